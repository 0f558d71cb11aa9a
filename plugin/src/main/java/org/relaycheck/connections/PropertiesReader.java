package org.relaycheck.policy;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.live.SqlProperty;

/** Reads the properties of a connection to a SQL Server. */
final class PropertiesReader {

  private static final String KEY = "properties";

  private final Path file;
  private final Problems problems;

  PropertiesReader(Path file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  Map<SqlProperty, String> read(Fields host) {
    Map<SqlProperty, String> properties = new EnumMap<>(SqlProperty.class);
    Optional<Tree> tree = host.tree(KEY);
    if (tree.isEmpty()) {
      return properties;
    }
    Shape shape = new Shape(problems);
    List<Tree.Entry> entries =
        shape.entries(tree.get(), "'" + KEY + "'", "{hostNameInCertificate: sql01.corp.example}");
    for (Tree.Entry entry : entries) {
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
  private void requireStrict(Map<SqlProperty, String> properties, Tree tree) {
    boolean pinned = properties.containsKey(SqlProperty.SERVER_CERTIFICATE);
    if (pinned && !"strict".equals(properties.get(SqlProperty.ENCRYPT))) {
      problems.add(
          tree.place(),
          "'serverCertificate' is looked at with 'encrypt: strict' only; add that, or state the"
              + " certificate as 'trustStore'");
    }
  }

  private Optional<String> value(Tree.Entry entry, SqlProperty property) {
    Optional<String> value =
        entry.value() instanceof Tree.Scalar scalar && property.takes(scalar.text())
            ? Optional.of(scalar.text())
            : Optional.empty();
    if (value.isEmpty()) {
      new Shape(problems).expected(entry.value(), "'" + property.title() + "'", property.hint());
    }
    return property.isPath() ? value.map(this::path) : value;
  }

  /** A path is relative to the file that names it. */
  private String path(String value) {
    return file.resolveSibling(value).normalize().toString();
  }
}
