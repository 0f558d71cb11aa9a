package org.relaycheck.connections;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.live.SqlProperty;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.MappingFields;
import org.relaycheck.yaml.NodeShape;
import org.relaycheck.yaml.YamlTree;

/** Reads the properties of a connection to a SQL Server. */
final class PropertiesReader {

  private static final String KEY = "properties";

  private final Path file;
  private final FileProblems problems;

  PropertiesReader(Path file, FileProblems problems) {
    this.file = file;
    this.problems = problems;
  }

  Map<SqlProperty, String> read(MappingFields host) {
    Map<SqlProperty, String> properties = new EnumMap<>(SqlProperty.class);
    Optional<YamlTree> tree = host.tree(KEY);
    if (tree.isEmpty()) {
      return properties;
    }
    NodeShape shape = new NodeShape(problems);
    List<YamlTree.Entry> entries =
        shape.entries(tree.get(), "'" + KEY + "'", "{hostNameInCertificate: sql01.corp.example}");
    for (YamlTree.Entry entry : entries) {
      SqlProperty.named(entry.name())
          .ifPresentOrElse(
              property ->
                  value(entry, property).ifPresent(value -> properties.put(property, value)),
              () -> shape.unknownKey(entry, KEY, SqlProperty.titles()));
    }
    requireStrict(properties, tree.get());
    return properties;
  }

  /** Otherwise the driver passes over it, and trusts whom it trusts. */
  private void requireStrict(Map<SqlProperty, String> properties, YamlTree tree) {
    boolean pinned = properties.containsKey(SqlProperty.SERVER_CERTIFICATE);
    if (pinned && !"strict".equals(properties.get(SqlProperty.ENCRYPT))) {
      problems.add(
          tree.place(),
          "'serverCertificate' is used only with 'encrypt: strict'; add that, or state the"
              + " certificate as 'trustStore'");
    }
  }

  private Optional<String> value(YamlTree.Entry entry, SqlProperty property) {
    Optional<String> value =
        entry.value() instanceof YamlTree.Scalar scalar && property.takes(scalar.text())
            ? Optional.of(scalar.text())
            : Optional.empty();
    if (value.isEmpty()) {
      new NodeShape(problems)
          .expected(entry.value(), "'" + property.title() + "'", property.hint());
    }
    return property.isPath() ? value.map(this::path) : value;
  }

  /** A path is relative to the file that names it. */
  private String path(String value) {
    return file.resolveSibling(value).normalize().toString();
  }
}
