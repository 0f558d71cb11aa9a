package org.relaycheck.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.relaycheck.policy.Claim.Section;
import org.relaycheck.policy.Parts.At;
import org.relaycheck.policy.Parts.ResourcePart;
import org.relaycheck.state.Address;
import org.relaycheck.state.Desired;

/** Puts together what files say of resources, a resource and a host each. */
final class Resolver {

  private static final String OR_OPTIONAL =
      ", or say 'optional: true' beside its settings if there may be none";

  private final Hosts hosts;
  private final Templates templates;
  private final Problems problems;
  private final Map<Address, List<Placed>> byAddress = new LinkedHashMap<>();

  Resolver(Hosts hosts, Templates templates, Problems problems) {
    this.hosts = hosts;
    this.templates = templates;
    this.problems = problems;
  }

  /** Sorted by kind, host and name. */
  List<Desired> resolve(List<ResourcePart> parts) {
    parts.forEach(this::place);
    List<Desired> desired = new ArrayList<>();
    byAddress.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> desired.add(new Merger(problems).merge(entry.getValue())));
    return desired;
  }

  private void place(ResourcePart part) {
    KindTable table = part.table();
    Sheet like = templates.sheet(table, part.body().like());
    Sheet base = part.body().own().over(like);
    List<Claim> claims =
        List.of(
            new Claim(part.layer(), Section.LIKE, like),
            new Claim(part.layer(), Section.OWN, part.body().own()));
    Collection<Target> targets = hosts.of(part.hosts(), table.catalogue(), part.head().optional());
    Map<Claim, List<String>> at = at(part, targets);
    for (Target target : targets) {
      List<Claim> all = new ArrayList<>(claims);
      at.forEach(
          (claim, where) -> addIf(where.contains(Address.folded(target.host())), claim, all));
      String name = HostName.in(part.name().text(), target.server());
      Address address = new Address(table.kind(), target.host(), name);
      byAddress
          .computeIfAbsent(address.key(), key -> new ArrayList<>())
          .add(
              new Placed(
                  part,
                  target,
                  address,
                  all.size() == 2 ? Optional.of(base) : Optional.empty(),
                  all));
    }
  }

  private static void addIf(boolean condition, Claim claim, List<Claim> claims) {
    if (condition) {
      claims.add(claim);
    }
  }

  private Map<Claim, List<String>> at(ResourcePart part, Collection<Target> targets) {
    Set<String> there =
        targets.stream().map(target -> Address.folded(target.host())).collect(Collectors.toSet());
    Map<Claim, List<String>> at = new LinkedHashMap<>();
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
                + "'; add it to 'hosts', remove it here, or say 'optional: true' beside its settings");
      }
      at.put(new Claim(part.layer(), Section.AT, one.sheet()), named);
    }
    return at;
  }
}
