package org.relaycheck.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The arrows between packages. What the table lacks is forbidden, what it grants and nobody uses is
 * struck out, and a new package is entered here first.
 */
class ImportsTest {

  private static final String BASE = "org.relaycheck.";

  private static final Map<String, Set<String>> TABLE =
      Map.ofEntries(
          entry("value", Set.of("inet.ipaddr")),
          entry("dialect", Set.of("value")),
          entry("catalogue", Set.of("value")),
          entry("state", Set.of("catalogue", "value")),
          entry("live", Set.of("state", "catalogue", "value")),
          entry("yaml", Set.of("state", "value", "org.yaml.snakeyaml")),
          entry("connections", Set.of("yaml", "live", "state", "value", "org.yaml.snakeyaml")),
          entry(
              "policy",
              Set.of(
                  "connections",
                  "yaml",
                  "live",
                  "state",
                  "catalogue",
                  "value",
                  "org.yaml.snakeyaml")),
          entry(
              "waivers",
              Set.of(
                  "policy",
                  "connections",
                  "yaml",
                  "live",
                  "state",
                  "catalogue",
                  "value",
                  "org.yaml.snakeyaml")),
          entry("powershell", Set.of("live", "state", "value", "javax.xml.stream")),
          entry("ssh", Set.of("powershell", "live", "com.jcraft.jsch")),
          entry(
              "record",
              Set.of(
                  "powershell",
                  "live",
                  "state",
                  "catalogue",
                  "value",
                  "com.google.gson",
                  "javax.xml.stream",
                  "org.apache.commons.csv")),
          entry(
              "jdbc",
              Set.of(
                  "javax.net.SocketFactory",
                  "live",
                  "state",
                  "value",
                  "com.microsoft.sqlserver",
                  "java.sql",
                  "java.util.logging",
                  "javax.net.ssl",
                  "javax.security.auth.login",
                  "org.ietf.jgss")),
          entry(
              "smtp",
              Set.of(
                  "probe",
                  "jakarta.mail",
                  "javax.net.ssl",
                  "javax.security.auth.x500",
                  "org.eclipse.angus")),
          entry("compare", Set.of("state", "catalogue", "value")),
          entry("kind", Set.of("live", "state", "catalogue", "value")),
          entry("landscape", Set.of("kind", "compare", "state", "catalogue", "value")),
          entry(
              "script",
              Set.of("landscape", "kind", "compare", "state", "catalogue", "dialect", "value")),
          entry(
              "rule",
              Set.of("landscape", "kind", "compare", "state", "catalogue", "value", "inet.ipaddr")),
          entry("explain", Set.of("landscape", "kind", "state", "catalogue", "value")),
          entry("probe", Set.of("landscape", "kind", "compare", "state", "catalogue", "value")),
          entry(
              "report",
              Set.of(
                  "script",
                  "probe",
                  "explain",
                  "landscape",
                  "compare",
                  "state",
                  "catalogue",
                  "com.google.gson",
                  "javax.xml.stream")),
          entry(
              "reference",
              Set.of("explain", "rule", "live", "catalogue", "value", "com.google.gson")),
          entry(
              "goal",
              Set.of(
                  "reference",
                  "report",
                  "probe",
                  "explain",
                  "rule",
                  "script",
                  "landscape",
                  "kind",
                  "compare",
                  "waivers",
                  "policy",
                  "connections",
                  "yaml",
                  "live",
                  "state",
                  "catalogue",
                  "dialect",
                  "value",
                  "com.github.difflib")),
          entry(
              "mojo",
              Set.of(
                  "dialect",
                  "goal",
                  "report",
                  "probe",
                  "compare",
                  "smtp",
                  "jdbc",
                  "record",
                  "ssh",
                  "powershell",
                  "yaml",
                  "live",
                  "javax.inject",
                  "org.apache.maven",
                  "org.codehaus.plexus.util.xml")));

  /** Part of every package: the language itself, and the annotations for null. */
  private static final List<String> FREE =
      List.of("java.", "javax.xml.namespace.", "org.jspecify.");

  /** Libraries by the shortest prefix that tells them apart; java.sql is not free. */
  private static final List<String> LIBRARIES =
      List.of(
          "java.sql",
          "java.util.logging",
          "javax.net.ssl",
          "javax.security.auth.login",
          "javax.security.auth.x500",
          "javax.xml.stream",
          "javax.inject",
          "inet.ipaddr",
          "jakarta.mail",
          "org.eclipse.angus",
          "com.github.difflib",
          "com.google.gson",
          "com.jcraft.jsch",
          "com.microsoft.sqlserver",
          "org.ietf.jgss",
          "org.yaml.snakeyaml",
          "org.apache.commons.csv",
          "org.apache.maven",
          "org.codehaus.plexus.util.xml");

  @Test
  void every_package_imports_exactly_what_the_table_grants_it() {
    SortedMap<String, SortedSet<String>> used = new TreeMap<>();

    new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.relaycheck")
            .stream()
            .filter(
                type -> !type.getSimpleName().equals("HelpMojo")) // generated by the plugin tools
            .forEach(
                type ->
                    used.computeIfAbsent(group(type), g -> new TreeSet<>()).addAll(imports(type)));

    SortedMap<String, SortedSet<String>> granted = new TreeMap<>();
    TABLE.forEach((name, groups) -> granted.put(name, new TreeSet<>(groups)));
    assertThat(used).isEqualTo(granted);
  }

  @Test
  void no_arrow_leads_back() {
    TABLE.forEach(
        (name, groups) ->
            groups.stream()
                .filter(TABLE::containsKey)
                .forEach(
                    other ->
                        assertThat(TABLE.get(other))
                            .as(other + " and " + name)
                            .doesNotContain(name)));
  }

  private static SortedSet<String> imports(JavaClass type) {
    SortedSet<String> groups = new TreeSet<>();
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      JavaClass target = dependency.getTargetClass().getBaseComponentType();
      if (!target.isPrimitive()) {
        groups.add(group(target));
      }
    }
    groups.remove("");
    groups.remove(group(type));
    return groups;
  }

  private static String group(JavaClass type) {
    String name = type.getName();
    if (name.startsWith(BASE)) {
      return name.substring(BASE.length()).split("\\.")[0];
    }
    return LIBRARIES.stream()
        .filter(name::startsWith)
        .findFirst()
        .orElseGet(() -> FREE.stream().anyMatch(name::startsWith) ? "" : name);
  }
}
