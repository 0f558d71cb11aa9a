package org.relaycheck.powershell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.Outcome;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.goal.check.Check;
import org.relaycheck.goal.export.Export;
import org.relaycheck.live.AnswerSource;
import org.relaycheck.live.LoginAccount;
import org.relaycheck.live.LoginGate;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.record.RecordSource;
import org.relaycheck.report.CheckRun;
import org.relaycheck.ssh.OpenSsh;
import org.relaycheck.ssh.SshHome;
import org.relaycheck.ssh.SshSource;
import org.relaycheck.standin.network.ExchangeShell;

/**
 * The same connectors in a record, and asked through real peers: an SSH server, a PowerShell, and a
 * session that runs no script text. The findings are the same.
 */
class RealExchangeTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final Path EXAMPLE = Path.of("../example-project/recorded");
  private static final String ENDPOINT = "endpoint: 'http://ex01.corp.example/PowerShell/'";
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  @TempDir private static Path shared;
  private static Optional<ExchangeShell> started = Optional.empty();

  @TempDir private Path folder;

  /** What is there, and the golden folder with the policy; exported where none is named. */
  private enum World {
    EVERY_SETTING("EX19", EXAMPLE.resolve("EX19.xml"), "2019", ""),
    EVERY_SETTING_OF_2010("EX10", EXAMPLE.resolve("EX10.xml"), "2010", ""),
    DRIFT_OF_EVERY_TYPE("EX19", EXAMPLE.resolve("EX19.xml"), "2019", "drift-of-every-type"),
    NASTY_NAMES("EX01", GOLDEN.resolve("nasty-names/EX01 \u2019s.xml"), "2019", "nasty-names");

    private final String host;
    private final Path record;
    private final String exchange;
    private final String policy;

    World(String host, Path record, String exchange, String policy) {
      this.host = host;
      this.record = record;
      this.exchange = exchange;
      this.policy = policy;
    }
  }

  @BeforeAll
  static void start() throws Exception {
    started = Optional.of(ExchangeShell.in(shared.resolve("exchange")));
    shell().endpoint();
  }

  @AfterAll
  static void stop() {
    started.ifPresent(ExchangeShell::close);
  }

  @BeforeEach
  void usual() throws IOException {
    shell().set("RELAY_EXCHANGE", "2019");
  }

  private static ExchangeShell shell() {
    return started.orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(names = {"EVERY_SETTING", "NASTY_NAMES"})
  void over_ssh_check_finds_what_it_finds_in_the_record(World world) throws Exception {
    holds(world);

    CheckRun live = check(overSsh(), world, ssh());

    isAsRecorded(live, world);
    assertThat(shell().writes()).isEmpty();
  }

  @Test
  void on_this_machine_check_finds_what_it_finds_in_the_record() throws Exception {
    holds(World.DRIFT_OF_EVERY_TYPE);

    CheckRun live =
        check(here(), World.DRIFT_OF_EVERY_TYPE, "powershell: {local: true, " + ENDPOINT + "}");

    isAsRecorded(live, World.DRIFT_OF_EVERY_TYPE);
  }

  @Test
  void what_the_scheduled_collector_writes_is_judged_as_the_record() throws Exception {
    holds(World.EVERY_SETTING_OF_2010);
    Path script = Files.writeString(folder.resolve("collect.ps1"), CollectorScript.standAlone());

    ExchangeShell.Said said =
        shell()
            .command(
                "Set-Location '" + folder + "'; & '" + script + "' -Endpoint x -Out answer.txt");

    assertThat(said.text()).matches("(RELAY-BEAT\n)+");
    assertThat(said.exit()).isZero();
    CheckRun later =
        check(records(), World.EVERY_SETTING_OF_2010, "recorded: answer.txt, maxAge: never");
    isAsRecorded(later, World.EVERY_SETTING_OF_2010);
  }

  /** With -File, PowerShell hands on EX01,EX19 as one text. */
  @Test
  void servers_that_a_command_line_names_are_read_whole() throws Exception {
    shell().holds(EXAMPLE.resolve("EX19.xml"), EXAMPLE.resolve("EX10.xml"));
    Path script = Files.writeString(folder.resolve("collect.ps1"), CollectorScript.standAlone());
    Path out = folder.resolve("answer.txt");

    ExchangeShell.Said said =
        shell()
            .script(script, "-Endpoint", "x", "-Out", out.toString(), "-Server", "EX01,EX19, EX20");

    assertThat(said.text()).matches("(RELAY-BEAT\n)+");
    assertThat(said.exit()).isZero();
    isAsRecorded(
        check(records(), World.EVERY_SETTING, "recorded: answer.txt, maxAge: never"),
        World.EVERY_SETTING);
    assertThat(shell().calls())
        .filteredOn(call -> call.startsWith("Get-ADPermission"))
        .allSatisfy(call -> assertThat(call).contains("CN=EX19,"))
        .hasSize(6);
  }

  private static void holds(World world) throws Exception {
    shell().set("RELAY_EXCHANGE", world.exchange);
    shell().holds(world.record);
  }

  private void isAsRecorded(CheckRun live, World world) throws Exception {
    CheckRun recorded = check(records(), world, recorded(world));

    assertThat(told(live)).isEqualTo(told(recorded));
    assertThat(live.outcome()).isEqualTo(recorded.outcome()).isNotEqualTo(Outcome.UNCLEAR);
    assertThat(live.drift().coverage().judged())
        .isEqualTo(recorded.drift().coverage().judged())
        .isNotEmpty();
  }

  private CheckRun check(AnswerSource source, World world, String way) throws Exception {
    Path policy = folder.resolve("relay-policy.yaml");
    if (!world.policy.isEmpty()) {
      String text = Files.readString(GOLDEN.resolve(world.policy).resolve("relay-policy.yaml"));
      Files.writeString(
          policy,
          text.replace("EX01", world.host)
              .replace("SQL Relay:", "Application Relay:")
              .replaceFirst("(?s)mailAccounts:.*", ""));
    } else {
      Export.Result export =
          new Export(ports(records())).run(request(recorded(world), world), List.of(), folder);
      Files.writeString(policy, export.policy());
    }
    return new Check(ports(source)).run(request(way, world));
  }

  private static String recorded(World world) {
    return "recorded: '" + world.record.toAbsolutePath() + "', maxAge: never";
  }

  private GoalRequest request(String way, World world) throws IOException {
    Path connections =
        Files.writeString(
            folder.resolve("relay-connections.yaml"),
            "hosts:\n  " + world.host + ": {" + way + "}\n");
    List<Path> policy = List.of(folder.resolve("relay-policy.yaml"));
    return new GoalRequest(
        new GoalRequest.Paths(policy, connections), List.of(), FailOn.ERROR, 2, NOW);
  }

  private static GoalPorts ports(AnswerSource source) {
    return new GoalPorts(source, SurveyProgress.silent(), "1");
  }

  private static AnswerSource records() {
    return new RecordSource(ResourceKinds.receiveConnectors());
  }

  private static String ssh() throws Exception {
    OpenSsh server = shell().endpoint();
    Path trusted =
        Files.writeString(
            shared.resolve("known_hosts"),
            "[127.0.0.1]:" + server.port() + " " + server.publicKey("host") + "\n");
    return "powershell: {ssh: 127.0.0.1, port: "
        + server.port()
        + ", credentials: exchange-ro, knownHosts: '"
        + trusted
        + "', "
        + ENDPOINT
        + "}";
  }

  private static AnswerSource overSsh() throws Exception {
    LoginAccount account =
        new LoginAccount(
            Optional.of(System.getProperty("user.name")),
            Optional.empty(),
            Optional.of(shell().endpoint().file("user").toString()),
            Optional.empty());
    return new SshSource(
        new SshSource.Setting(
            id -> Optional.of(account),
            new LoginGate(),
            new SshHome(Path.of("none"), Optional.empty()),
            new ShellInterview(),
            FrameFile::read,
            Clock.fixed(NOW, ZoneOffset.UTC)));
  }

  private static AnswerSource here() {
    List<String> command = new ArrayList<>(BootstrapCommand.ARGUMENTS);
    command.set(0, shell().programs().resolve(BootstrapCommand.PROGRAM).toString());
    return new LocalSource(
        new LocalShell(command),
        new LocalSource.Setting(
            id -> Optional.empty(),
            new LoginGate(),
            new ShellInterview(),
            Clock.fixed(NOW, ZoneOffset.UTC)));
  }

  /** All that a finding says but when somebody changed something, which a record may not know. */
  private static List<String> told(CheckRun run) {
    return run.drift().findings().stream()
        .filter(finding -> !isBeyondRecords(finding))
        .map(RealExchangeTest::told)
        .toList();
  }

  /** A live answer tells the certificates and the other servers, which these records do not. */
  private static boolean isBeyondRecords(Finding finding) {
    return finding.subject().rule().filter("connector-certificate"::equals).isPresent()
        || finding.difference().desired().equals("connected");
  }

  private static String told(Finding finding) {
    return finding.verdict()
        + "  "
        + finding.subject()
        + "  "
        + finding.difference().desired()
        + "  "
        + finding.difference().observed()
        + "  "
        + finding.difference().fix()
        + "  "
        + finding.reasons();
  }
}
