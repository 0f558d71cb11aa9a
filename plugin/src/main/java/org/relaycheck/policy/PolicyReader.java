package org.relaycheck.policy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.connections.Connections;
import org.relaycheck.policy.merge.BaselineResolver;
import org.relaycheck.policy.merge.ResourceResolver;
import org.relaycheck.policy.merge.TemplateResolver;
import org.relaycheck.policy.preset.PresetSource;
import org.relaycheck.policy.read.FileReference;
import org.relaycheck.policy.read.FileSections;
import org.relaycheck.policy.read.IncludeReader;
import org.relaycheck.policy.read.KindTable;
import org.relaycheck.policy.read.KnownRule;
import org.relaycheck.policy.read.LayeredEntry;
import org.relaycheck.policy.read.PolicyDocuments;
import org.relaycheck.policy.read.PolicyHosts;
import org.relaycheck.policy.read.PolicyParts;
import org.relaycheck.state.Desired;
import org.relaycheck.state.Policy;
import org.relaycheck.state.Severity;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.PolicyException;
import org.relaycheck.yaml.YamlTree;

/** Reads policies. */
public final class PolicyReader {

  private final Map<String, KindTable> kinds;
  private final List<KnownRule> rules;
  private final PresetSource presets;
  private final Path folder;

  /** A reader that knows these kinds, rules and presets; relative paths begin where Java runs. */
  public PolicyReader(List<Catalogue> catalogues, List<KnownRule> rules, PresetSource presets) {
    this(catalogues, rules, presets, Path.of(""));
  }

  /** A reader for which relative paths begin in a folder; messages show them as they are given. */
  public PolicyReader(
      List<Catalogue> catalogues, List<KnownRule> rules, PresetSource presets, Path folder) {
    Map<String, KindTable> tables = new LinkedHashMap<>();
    catalogues.forEach(catalogue -> tables.put(catalogue.kind(), new KindTable(catalogue)));
    this.kinds = Collections.unmodifiableMap(tables);
    this.rules = List.copyOf(rules);
    this.presets = presets;
    this.folder = folder;
  }

  /**
   * Reads files, which are equally strong, with what they include. Without connections, {@code all}
   * means no host, and every host that is named is taken as it is.
   */
  public Policy read(List<Path> files, Optional<Connections> connections) throws PolicyException {
    return read(files, connections, Map.of());
  }

  /** The same with drafts: by absolute path, the text that is read instead of a file's. */
  public Policy read(List<Path> files, Optional<Connections> connections, Map<Path, String> drafts)
      throws PolicyException {
    FileProblems problems = new FileProblems();
    PolicyParts parts = new PolicyParts();
    PolicyDocuments documents = new PolicyDocuments(presets, drafts, problems);
    FileSections sections = new FileSections(kinds, rules, problems, parts, documents);
    new IncludeReader(documents, problems)
        .read(files.stream().map(file -> FileReference.named(folder, file)).toList())
        .forEach(sections::read);
    sections.checkRequired();
    Policy policy = resolve(parts, new PolicyHosts(connections, problems), problems);
    problems.orThrow();
    return policy;
  }

  /** The hosts of each group that lists any; what is wrong in the files is told elsewhere. */
  public Map<String, List<String>> groups(List<Path> files) {
    FileProblems untold = new FileProblems();
    PolicyParts parts = new PolicyParts();
    PolicyDocuments documents = new PolicyDocuments(presets, Map.of(), untold);
    FileSections sections = new FileSections(kinds, rules, untold, parts, documents);
    new IncludeReader(documents, untold)
        .read(files.stream().map(file -> FileReference.named(folder, file)).toList())
        .forEach(sections::groups);
    Map<String, List<String>> groups = new LinkedHashMap<>();
    parts.groups.forEach(
        (name, stated) -> {
          List<String> hosts =
              stated.get(0).value().stream().map(YamlTree.Scalar::text).distinct().toList();
          if (!hosts.isEmpty()) {
            groups.put(name, hosts);
          }
        });
    return groups;
  }

  private Policy resolve(PolicyParts parts, PolicyHosts hosts, FileProblems problems) {
    TemplateResolver templates = new TemplateResolver(parts, presets, problems);
    templates.check();
    hosts.take(parts.groups);
    List<Desired> desired =
        new ArrayList<>(new ResourceResolver(hosts, templates, problems).resolve(parts.resources));
    desired.addAll(
        new BaselineResolver(kinds, hosts, templates, problems).resolve(parts.baselines));
    return new Policy(
        desired,
        strongest(parts.unlisted, "unlisted ", problems),
        strongest(parts.rules, "rule ", problems));
  }

  private static Map<String, Severity> strongest(
      Map<String, List<LayeredEntry<Severity>>> said, String what, FileProblems problems) {
    Map<String, Severity> severities = new LinkedHashMap<>();
    said.forEach(
        (name, all) ->
            LayeredEntry.strongest(all, what + name, problems)
                .ifPresent(severity -> severities.put(name, severity)));
    return severities;
  }
}
