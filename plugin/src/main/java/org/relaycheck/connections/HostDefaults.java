package org.relaycheck.connections;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.MappingFields;
import org.relaycheck.yaml.NodeShape;
import org.relaycheck.yaml.YamlTree;

/**
 * What holds for each SQL Server and each PowerShell that does not say otherwise, as the file
 * states it under {@code defaults}.
 *
 * @param sqlserver for hosts with {@code sqlserver}
 * @param powershell for entries of {@code powershell}
 */
record HostDefaults(List<YamlTree.Entry> sqlserver, List<YamlTree.Entry> powershell) {

  static final List<String> SQL_KEYS =
      List.of("credentials", "auth", "port", "deadline", "properties");
  static final List<String> POWERSHELL_KEYS =
      List.of(
          "credentials", "user", "port", "knownHosts", "endpoint", "domainController", "deadline");

  private static final String PROPERTIES = "properties";

  /** What a {@code local} shell takes of them; it is not logged in to. */
  private static final Set<String> LOCAL =
      Set.of("credentials", "endpoint", "domainController", "deadline");

  /** What a default gives way to, besides its own key: keys that say the same in another way. */
  private static final Map<String, Set<String>> INSTEAD =
      Map.of(
          "port", Set.of("instance"),
          "credentials", Set.of("auth", "user"),
          "knownHosts", Set.of("hostKey"),
          "endpoint", Set.of("edge", "snapin", "fetch"));

  static HostDefaults of(YamlTree.Mapping root, FileProblems problems) {
    NodeShape shape = new NodeShape(problems);
    List<YamlTree.Entry> stated =
        root.get("defaults")
            .map(
                tree -> shape.entries(tree, "'defaults'", "{sqlserver: {credentials: sql-reader}}"))
            .orElse(List.of());
    Map<String, List<YamlTree.Entry>> parts = new LinkedHashMap<>();
    Map<String, List<String>> known = Map.of("sqlserver", SQL_KEYS, "powershell", POWERSHELL_KEYS);
    for (YamlTree.Entry entry : stated) {
      List<String> keys = known.get(entry.name());
      if (keys == null) {
        shape.unknownKey(entry, "'defaults'", List.of("sqlserver", "powershell"));
      } else if (entry.value() instanceof YamlTree.Mapping part) {
        new MappingFields(part, problems).only("the defaults of " + entry.name(), keys);
        parts.put(entry.name(), part.entries());
      } else {
        shape.expected(
            entry.value(), "the defaults of " + entry.name(), "a mapping such as {port: 14330}");
      }
    }
    return new HostDefaults(
        parts.getOrDefault("sqlserver", List.of()), parts.getOrDefault("powershell", List.of()));
  }

  /** A SQL Server with what it does not state itself. */
  YamlTree.Mapping sqlServer(YamlTree.Mapping host) {
    return completed(host, sqlserver);
  }

  /** A PowerShell with what it does not state itself. */
  YamlTree.Mapping powershell(YamlTree.Mapping way) {
    boolean local = way.get("local").isPresent();
    return completed(
        way, powershell.stream().filter(entry -> !local || LOCAL.contains(entry.name())).toList());
  }

  private static YamlTree.Mapping completed(
      YamlTree.Mapping stated, List<YamlTree.Entry> defaults) {
    List<YamlTree.Entry> entries = new ArrayList<>(stated.entries());
    for (YamlTree.Entry entry : defaults) {
      Optional<YamlTree> own = stated.get(entry.name());
      if (own.isPresent() && entry.name().equals(PROPERTIES)) {
        entries.replaceAll(one -> one.name().equals(PROPERTIES) ? merged(one, entry.value()) : one);
      } else if (own.isEmpty() && !isReplaced(entry.name(), stated)) {
        entries.add(entry);
      }
    }
    return new YamlTree.Mapping(stated.place(), entries);
  }

  private static boolean isReplaced(String key, YamlTree.Mapping stated) {
    return INSTEAD.getOrDefault(key, Set.of()).stream()
        .anyMatch(other -> stated.get(other).isPresent());
  }

  private static YamlTree.Entry merged(YamlTree.Entry own, YamlTree defaults) {
    return own.value() instanceof YamlTree.Mapping stated
            && defaults instanceof YamlTree.Mapping others
        ? new YamlTree.Entry(own.key(), completed(stated, others.entries()))
        : own;
  }
}
