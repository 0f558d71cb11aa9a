package org.relaycheck.policy.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.relaycheck.connections.Connections;
import org.relaycheck.connections.ConnectionsReader;
import org.relaycheck.policy.PolicyReader;
import org.relaycheck.policy.preset.PresetSource;
import org.relaycheck.state.Desired;
import org.relaycheck.state.Policy;
import org.relaycheck.state.Presence;
import org.relaycheck.state.Remediation;
import org.relaycheck.state.Selector;
import org.relaycheck.state.Statement;
import org.relaycheck.state.expectation.PreferringValue;
import org.relaycheck.yaml.PolicyException;

/** A folder in which a test lays policies, to read them or to see what is wrong with them. */
public final class Desk {

  private static final String HEAD = "version: 1\n";

  private final Path folder;
  private final Map<String, String> presets;

  public Desk(Path folder, Map<String, String> presets) {
    this.folder = folder;
    this.presets = presets;
  }

  public static Desk in(Path folder) {
    return new Desk(folder, Map.of());
  }

  /** A desk with five hosts, of which EX03 is recorded. */
  public Optional<Connections> connections() {
    lay(
        "hosts.yaml",
        """
        powershell: {org: {local: true}}
        hosts:
          EX01: {powershell: org}
          EX02: {powershell: org, server: EDGE02}
          SQL01: {sqlserver: sql01.corp.example, credentials: reader}
          'SQL02\\REPORTING': {sqlserver: sql02.corp.example, port: 14330, auth: integrated}
          EX03: {recorded: EX03.xml}
        """);
    try {
      return Optional.of(new ConnectionsReader().read(folder.resolve("hosts.yaml")));
    } catch (PolicyException broken) {
      throw new AssertionError(broken);
    }
  }

  public Desk lay(String name, String text) {
    return lay(name, text.getBytes(StandardCharsets.UTF_8));
  }

  public Desk lay(String name, byte[] bytes) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  public Path path(String name) {
    return folder.resolve(name);
  }

  PolicyReader reader() {
    return new PolicyReader(
        List.of(TestKinds.CONNECTORS, TestKinds.ACCOUNTS), TestKinds.RULES, source(presets));
  }

  PresetSource noPresets() {
    return source(Map.of());
  }

  private static PresetSource source(Map<String, String> presets) {
    return new PresetSource() {
      @Override
      public Optional<String> text(String name) {
        return Optional.ofNullable(presets.get(name));
      }

      @Override
      public List<String> names() {
        return List.copyOf(presets.keySet());
      }
    };
  }

  /** Reads files that are there, with the five hosts. */
  Policy readFiles(String... names) {
    try {
      return reader().read(paths(names), connections());
    } catch (PolicyException broken) {
      throw new AssertionError(broken);
    }
  }

  /** Reads a policy of one file, to which the version is added. */
  public Policy read(String text) {
    return lay("policy.yaml", HEAD + text).readFiles("policy.yaml");
  }

  /** The message about files that are there, with the names of files as in the test. */
  String problemsOf(String... names) {
    PolicyException broken =
        catchThrowableOfType(
            PolicyException.class, () -> reader().read(paths(names), connections()));
    assertThat(broken).as("the policy has a problem").isNotNull();
    return String.valueOf(broken.getMessage()).replace(folder + "/", "");
  }

  /** The message about a policy of one file, to which the version is added as line 1. */
  String problems(String text) {
    return lay("policy.yaml", HEAD + text).problemsOf("policy.yaml");
  }

  /** The message about one setting of a connector, which stands in line 2. */
  String problem(String setting) {
    String text = "receiveConnectors: {Relay: {hosts: EX01, " + setting + "}}\n";
    return problems(text).replaceAll("(?m)^policy.yaml:2:[0-9]+  ", "");
  }

  /** The message about a connections file. */
  public String connectionProblems(String text) {
    lay("hosts.yaml", text);
    PolicyException broken =
        catchThrowableOfType(
            PolicyException.class, () -> new ConnectionsReader().read(path("hosts.yaml")));
    assertThat(broken).as("the connections have a problem").isNotNull();
    return String.valueOf(broken.getMessage()).replace(folder + "/", "");
  }

  /** What is read of one setting of a connector. */
  public Statement<?> statement(String setting) {
    Policy policy = read("receiveConnectors: {Relay: {hosts: EX01, " + setting + "}}\n");
    return policy.desired().get(0).statements().get(0);
  }

  private List<Path> paths(String... names) {
    return Stream.of(names).map(folder::resolve).toList();
  }

  /** A policy as lines of text without places, for comparison. */
  public static List<String> told(Policy policy) {
    return policy.desired().stream().map(Desk::told).toList();
  }

  public static String told(Desired desired) {
    String presence = desired.presence() instanceof Presence.Absent ? " absent" : "";
    return told(desired.selector())
        + presence
        + " ("
        + desired.severity().word()
        + ") "
        + told(desired.statements());
  }

  private static String told(Selector selector) {
    String all = selector.everywhere() ? " as one of all" : "";
    return selector instanceof Selector.Where where
        ? where.kind()
            + " on "
            + where.host()
            + all
            + " by "
            + where.baseline()
            + " where "
            + told(where.where())
        : ((Selector.Named) selector).address() + all;
  }

  private static List<String> told(List<Statement<?>> statements) {
    return statements.stream().map(Desk::told).toList();
  }

  /** A statement with its severity, and with what is to be written if that is not the same. */
  public static String told(Statement<?> statement) {
    String set =
        statement.wanted() instanceof PreferringValue<?> preferring
            ? ", set " + preferring.set().map(Object::toString).orElse("empty")
            : "";
    String remediation = statement.remediation() == Remediation.BY_HAND ? ", by hand" : "";
    String severity = statement.severity().word();
    return statement.property()
        + ": "
        + statement.show()
        + " ("
        + severity
        + set
        + remediation
        + ")";
  }

  /** The statements of a resource as text. */
  static List<String> statements(Desired desired) {
    return desired.statements().stream().map(s -> s.property() + ": " + s.show()).toList();
  }
}
