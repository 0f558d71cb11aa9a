package org.relaycheck.policy.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.relaycheck.policy.merge.LayeredLines.Section;
import org.relaycheck.policy.read.HostName;
import org.relaycheck.policy.read.KindTable;
import org.relaycheck.policy.read.PolicyHosts;
import org.relaycheck.policy.read.PolicyParts.At;
import org.relaycheck.policy.read.PolicyParts.ResourcePart;
import org.relaycheck.policy.read.SettingLines;
import org.relaycheck.policy.read.TargetHost;
import org.relaycheck.state.Address;
import org.relaycheck.state.Desired;
import org.relaycheck.yaml.FileProblems;

/** Puts together what files say of resources, a resource and a host each. */
public final class ResourceResolver {

  private static final String OR_OPTIONAL =
      ", or add 'optional: true' beside its settings if there may be none";

  private final PolicyHosts hosts;
  private final TemplateResolver templates;
  private final FileProblems problems;
  private final Map<Address, List<HostPart>> byAddress = new LinkedHashMap<>();

  public ResourceResolver(PolicyHosts hosts, TemplateResolver templates, FileProblems problems) {
    this.hosts = hosts;
    this.templates = templates;
    this.problems = problems;
  }

  /** Sorted by kind, host and name. */
  public List<Desired> resolve(List<ResourcePart> parts) {
    parts.forEach(this::place);
    List<Desired> desired = new ArrayList<>();
    byAddress.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> desired.add(new LayerMerger(problems).merge(entry.getValue())));
    return desired;
  }

  private void place(ResourcePart part) {
    KindTable table = part.table();
    SettingLines like = templates.settingLines(table, part.body().like());
    SettingLines base = part.body().own().over(like);
    List<LayeredLines> layered =
        List.of(
            new LayeredLines(part.layer(), Section.LIKE, like),
            new LayeredLines(part.layer(), Section.OWN, part.body().own()));
    Collection<TargetHost> targets =
        hosts.of(part.hosts(), table.catalogue(), part.head().optional());
    Map<LayeredLines, List<String>> at = at(part, targets);
    for (TargetHost target : targets) {
      List<LayeredLines> all = new ArrayList<>(layered);
      at.forEach((line, where) -> addIf(where.contains(Address.folded(target.host())), line, all));
      String name = HostName.in(part.name().text(), target.server());
      Address address = new Address(table.kind(), target.host(), name);
      byAddress
          .computeIfAbsent(address.key(), key -> new ArrayList<>())
          .add(
              new HostPart(
                  part,
                  target,
                  address,
                  all.size() == 2 ? Optional.of(base) : Optional.empty(),
                  all));
    }
  }

  private static void addIf(boolean condition, LayeredLines line, List<LayeredLines> layered) {
    if (condition) {
      layered.add(line);
    }
  }

  private Map<LayeredLines, List<String>> at(ResourcePart part, Collection<TargetHost> targets) {
    Set<String> there =
        targets.stream().map(target -> Address.folded(target.host())).collect(Collectors.toSet());
    Map<LayeredLines, List<String>> at = new LinkedHashMap<>();
    for (At one : part.body().at()) {
      List<String> named = hosts.members(one.name(), one.optional(), OR_OPTIONAL);
      boolean meant = named.isEmpty() || named.stream().anyMatch(there::contains);
      if (!there.isEmpty() && !meant && !one.optional()) {
        problems.add(
            one.name().place(),
            "'"
                + one.name().text()
                + "' is not among the hosts of '"
                + part.name().text()
                + "'; add it to 'hosts', remove it here, or add 'optional: true' beside its"
                + " settings");
      }
      at.put(new LayeredLines(part.layer(), Section.AT, one.settingLines()), named);
    }
    return at;
  }
}
