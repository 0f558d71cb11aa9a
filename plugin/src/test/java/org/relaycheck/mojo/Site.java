package org.relaycheck.mojo;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.relaycheck.compare.FailOn;
import org.relaycheck.connections.ConnectionsReader;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.check.Check;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.LoginGate;
import org.relaycheck.live.Survey;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.mojo.source.LiveSources;
import org.relaycheck.mojo.source.SettingsCredentials;
import org.relaycheck.report.CheckRun;
import org.relaycheck.report.Console;
import org.relaycheck.report.OutputFolder;

/** A user's folder and settings, in which goals run as Maven runs them. */
final class Site {

  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  private final Path folder;
  private final Settings settings = new Settings();
  private final MavenSession session = mock(MavenSession.class);
  private final DefaultMavenExecutionRequest memory = new DefaultMavenExecutionRequest();
  private final StringBuilder hosts = new StringBuilder();
  private final List<String> names = new ArrayList<>();
  private int parallel = 8;
  private String setting = "TarpitInterval: 5s";
  private Optional<String> policy = Optional.empty();

  Site(Path folder) {
    this.folder = folder;
  }

  /** A {@code <server>} of settings.xml. */
  Site server(String id, String user, Optional<String> password) {
    Server server = new Server();
    server.setId(id);
    server.setUsername(user);
    password.ifPresent(server::setPassword);
    settings.addServer(server);
    return this;
  }

  /** A {@code <server>} with a private key, and maybe a password beside it. */
  Site key(String id, Path key, String passphrase, Optional<String> password) {
    server(id, "CORP\\reader", password);
    Server server = settings.getServer(id);
    server.setPrivateKey(key.toString());
    server.setPassphrase(passphrase);
    return this;
  }

  /** A host of the connections, whose text is a YAML mapping. */
  Site host(String name, String connection) {
    names.add(name);
    hosts.append("  ").append(name).append(": ").append(connection).append('\n');
    return this;
  }

  /** What the policy states of every receive connector, a line of YAML. */
  Site setting(String yaml) {
    setting = yaml;
    return this;
  }

  /** The whole policy, instead of one that is made for the hosts. */
  Site policy(String yaml) {
    policy = Optional.of(yaml);
    return this;
  }

  Site parallel(int several) {
    parallel = several;
    return this;
  }

  Path folder() {
    return folder;
  }

  Path output() {
    return folder.resolve("out");
  }

  /** What every goal has written, and every name of a file. */
  List<Path> written() throws IOException {
    if (!Files.exists(output())) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(output())) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  Optional<AbstractMojoExecutionException> run(AbstractRelayMojo goal, Log log) throws Exception {
    Files.writeString(folder.resolve("policy.yaml"), policy());
    Files.writeString(folder.resolve("connections.yaml"), "hosts:\n" + hosts);
    return run(goal, log, "");
  }

  /** Of a goal that makes its policy and connections itself. */
  Optional<AbstractMojoExecutionException> runAsFirst(AbstractRelayMojo goal, Log log)
      throws Exception {
    return run(goal, log, "first-");
  }

  private Optional<AbstractMojoExecutionException> run(
      AbstractRelayMojo goal, Log log, String prefix) throws Exception {
    set(goal, "policy", List.of(prefix + "policy.yaml"));
    set(goal, "connections", prefix + "connections.yaml");
    set(goal, "outputDirectory", "out");
    set(goal, "failOn", "error");
    set(goal, "hosts", List.of());
    set(goal, "parallel", parallel);
    set(goal, "session", session());
    set(goal, "execution", execution());
    goal.setLog(log);
    try {
      goal.execute();
      return Optional.empty();
    } catch (AbstractMojoExecutionException thrown) {
      return Optional.of(thrown);
    }
  }

  /** What the hosts answer to the adapters of a run. */
  Map<String, HostAnswer> answers(int several) throws Exception {
    Path file = Files.writeString(folder.resolve("connections.yaml"), "hosts:\n" + hosts);
    Collection<HostConnection> connections = new ConnectionsReader().read(file).hosts().values();
    try (LiveSources sources =
        new LiveSources(credentials(new Vault()), new LoginGate(), Clock.systemUTC())) {
      return new Survey(sources, several, SurveyProgress.silent()).answers(connections);
    }
  }

  /** What a check writes and prints, by the name of the file. */
  Map<String, String> outputs(int several) throws Exception {
    Path policy = Files.writeString(folder.resolve("policy.yaml"), policy());
    Path file = Files.writeString(folder.resolve("connections.yaml"), "hosts:\n" + hosts);
    GoalRequest request =
        new GoalRequest(
            new GoalRequest.Paths(List.of(policy), file), List.of(), FailOn.ERROR, several, NOW);
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    try (LiveSources sources = new LiveSources(credentials(new Vault()), new LoginGate(), clock)) {
      CheckRun run =
          new Check(new GoalPorts(sources, SurveyProgress.silent(), "1.2.3")).run(request);
      OutputFolder output = new OutputFolder(output());
      output.clear();
      output.write(run);
      Map<String, String> outputs = new TreeMap<>();
      for (Path one : written()) {
        outputs.put(output().relativize(one).toString(), Files.readString(one));
      }
      outputs.put("console", Console.lines(run).toString());
      return outputs;
    }
  }

  SettingsCredentials credentials(SettingsDecrypter decrypter) {
    return new SettingsCredentials(settings, decrypter);
  }

  private String policy() {
    return policy.orElseGet(this::usualPolicy);
  }

  private String usualPolicy() {
    List<String> exchange = names.stream().filter(name -> !name.startsWith("SQL")).toList();
    List<String> sql = names.stream().filter(name -> name.startsWith("SQL")).toList();
    String policy = "version: 1\n";
    if (!exchange.isEmpty()) {
      policy += "receiveConnectors:\n  SQL Relay: {hosts: " + exchange + ", " + setting + "}\n";
    }
    if (!sql.isEmpty()) {
      policy += "mailAccounts:\n  Bulk: {hosts: " + sql + ", port: 25}\n";
    }
    return policy;
  }

  private MavenSession session() {
    when(session.getUserProperties()).thenReturn(new Properties());
    when(session.getSystemProperties()).thenReturn(new Properties());
    when(session.getRequest()).thenReturn(memory);
    when(session.getSettings()).thenReturn(settings);
    when(session.getExecutionRootDirectory()).thenReturn(folder.toString());
    return session;
  }

  private static MojoExecution execution() {
    PluginDescriptor plugin = new PluginDescriptor();
    plugin.setVersion("1.2.3");
    MojoDescriptor mojo = new MojoDescriptor();
    mojo.setPluginDescriptor(plugin);
    mojo.setGoal("goal");
    return new MojoExecution(mojo, "default", MojoExecution.Source.CLI);
  }

  private static void set(Object goal, String field, Object value) throws Exception {
    MojoExtension.setVariableValueToObject(goal, field, value);
  }
}
