package org.relaycheck.script.receiveconnectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relaycheck.compare.FailOn;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.goal.remediate.Remediate;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.record.RecordSource;
import org.relaycheck.report.OutputFolder;
import org.relaycheck.standin.network.ExchangeShell;

/**
 * Scripts that move connectors, and scripts for Exchange 2010, in a real PowerShell: in one run,
 * once, and back in one run.
 */
class RealMovesTest {

  private static final String SWITCHES = "-AllowNarrowing -AllowWidening -AllowRemoval";
  private static final List<String> NAMES = List.of("Alpha", "Bravo", "Delta");
  private static final List<String> RANGES =
      List.of("192.0.2.0/28", "198.51.100.0/24", "203.0.113.9");

  @TempDir private static Path shared;
  private static Optional<ExchangeShell> started = Optional.empty();

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws Exception {
    started = Optional.of(ExchangeShell.in(shared));
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

  /** Each goes to the place of another: with one port for all, or with a port of its own. */
  @ParameterizedTest
  @CsvSource({
    "25 25 25, 1 2 0",
    "2601 2602 2603, 2 0 1",
    "25 25 2602, 2 0 1",
  })
  void three_that_ring_are_moved_in_one_run_and_back_in_one(String ports, String goesTo)
      throws Exception {
    String[] port = ports.split(" ");
    String[] place = goesTo.split(" ");
    StringBuilder record = new StringBuilder(head("EX01", "15.2 (Build 1544.4)"));
    StringBuilder policy = new StringBuilder("version: 1\nreceiveConnectors:\n");
    List<String> wanted = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      int to = Integer.parseInt(place[i]);
      record.append(connector(NAMES.get(i), "0.0.0.0:" + port[i], RANGES.get(i)));
      policy.append(
          "  %s: {hosts: EX01, Bindings: '0.0.0.0:%s', RemoteIPRanges: %s}\n"
              .formatted(NAMES.get(i), port[to], RANGES.get(to)));
      wanted.add("EX01\\" + NAMES.get(i) + " Bindings = 0.0.0.0:" + port[to]);
      wanted.add("EX01\\" + NAMES.get(i) + " RemoteIPRanges = " + RANGES.get(to));
    }

    List<String> after = lawsHold("EX01", record + "</record>\n", policy.toString());

    assertThat(after).containsAll(wanted);
  }

  @Test
  void a_world_that_is_refused_without_an_order_is_what_is_tried() throws Exception {
    String record =
        head("EX01", "15.2 (Build 1544.4)")
            + connector("Alpha", "0.0.0.0:25", RANGES.get(0))
            + connector("Bravo", "0.0.0.0:25", "192.0.2.32/27")
            + "</record>\n";
    shell().holds(Files.writeString(folder.resolve("EX01.xml"), record));

    ExchangeShell.Said said =
        shell()
            .command(
                "$ErrorActionPreference = 'Continue'; "
                    + alphaTakes("192.0.2.32/27")
                    + alphaTakes("192.0.2.16-192.0.2.40")
                    + alphaTakes("192.0.2.40,192.0.2.0/28"));

    assertThat(said.text().lines().filter(line -> line.startsWith("taken")))
        .as(said.text())
        .containsExactly("taken False", "taken False", "taken True");
    assertThat(said.text().split("conflict with the settings on Receive connector", -1)).hasSize(3);
  }

  private static String alphaTakes(String ranges) {
    return "try { Set-ReceiveConnector 'EX01\\Alpha' -RemoteIPRanges "
        + ranges
        + "; 'taken True' } catch { [string]$_; 'taken False' }; ";
  }

  @Test
  void a_script_for_exchange_2010_names_nothing_that_2010_lacks() throws Exception {
    shell().set("RELAY_EXCHANGE", "2010");
    String record =
        Files.readString(Path.of("../example-project/recorded/EX10.xml"))
            .replace("NT AUTHORITY\\ANONYMOUS LOGON", "S-1-5-7");
    String policy =
        """
        version: 1
        receiveConnectors:
          Default EX10:
            hosts: EX10
            TransportRole: HubTransport
            TarpitInterval: 0s
            MaxAcknowledgementDelay: 0s
            SmtpUtf8Enabled: true
          New relay:
            hosts: EX10
            TransportRole: HubTransport
            Bindings: 0.0.0.0:25
            RemoteIPRanges: 203.0.113.9
            AuthMechanism: Tls
            PermissionGroups: AnonymousUsers
            ExtendedRights: {contains: allow anonymous ms-Exch-SMTP-Accept-Any-Recipient}
            AuthTarpitInterval: 5s
          SQL Relay: {hosts: EX10, state: absent}
        """;

    List<String> after = lawsHold("EX10", record, policy);

    assertThat(after)
        .contains(
            "EX10\\Default EX10 TarpitInterval = 00:00:00",
            "EX10\\Default EX10 MaxAcknowledgementDelay = 00:00:00",
            "EX10\\New relay RemoteIPRanges = 203.0.113.9")
        .noneMatch(line -> line.startsWith("EX10\\SQL Relay"));
    assertThat(
            shell()
                .command("Set-ReceiveConnector 'EX10\\SQL Relay' -TransportRole HubTransport")
                .text())
        .contains("matches parameter name 'TransportRole'");
  }

  /** What is there after one run of the script; in one process, for each takes a while to start. */
  private List<String> lawsHold(String host, String record, String policy) throws Exception {
    shell().holds(Files.writeString(folder.resolve(host + ".xml"), record));
    scripts(host, policy);

    ExchangeShell.Said said =
        shell()
            .command(
                note("before")
                    + run("", host)
                    + note("after")
                    + "Copy-Item ($env:RELAY_STATE + '.writes') once; "
                    + run("", host)
                    + "Copy-Item ($env:RELAY_STATE + '.writes') twice; "
                    + run("rollback/", host)
                    + note("back"));

    assertThat(said.text()).contains("exit 0").doesNotContain("exit 1", "exit 2", "STOPPED");
    assertThat(said.exit()).as(said.text()).isZero();
    assertThat(noted("twice")).isNotEmpty().isEqualTo(noted("once"));
    assertThat(noted("back"))
        .as(said.text())
        .usingElementComparator(String.CASE_INSENSITIVE_ORDER) // unlimited, Unlimited
        .containsExactlyElementsOf(noted("before"));
    return noted("after");
  }

  private String run(String kind, String host) {
    Path script = folder.resolve(kind + host + ".ps1");
    return "& '" + script + "' " + SWITCHES + "; 'exit ' + $LASTEXITCODE; ";
  }

  /** All but the entries that come from above, which no script gives or takes. */
  private static String note(String file) {
    return "Export-RelayState | Where-Object { $_ -notlike '* entry True *' } | Set-Content "
        + file
        + "; ";
  }

  private static List<String> noted(String file) throws IOException {
    return Files.readAllLines(shared.resolve(file));
  }

  private void scripts(String host, String policy) throws IOException {
    Path stated = Files.writeString(folder.resolve("relay-policy.yaml"), policy);
    Path connections =
        Files.writeString(
            folder.resolve("relay-connections.yaml"),
            "hosts:\n  " + host + ": {recorded: " + host + ".xml, maxAge: never}\n");
    GoalPorts ports =
        new GoalPorts(
            new RecordSource(ResourceKinds.receiveConnectors()), SurveyProgress.silent(), "test");
    GoalRequest request =
        new GoalRequest(
            new GoalRequest.Paths(List.of(stated), connections),
            List.of(),
            FailOn.ERROR,
            1,
            Instant.parse("2026-03-01T09:00:00Z"));
    Remediate.Result result =
        new Remediate(ports).run(request, folder, new OutputFolder(folder)::write);
    assertThat(result.plan().byHand()).isEmpty();
  }

  private static String head(String host, String version) {
    return """
        <record version='1' host='%s' read='2026-03-01T06:00:00Z' complete='receiveConnectors'>
        <fact name='DomainController'>dc1.corp.example</fact>
        <fact name='ExchangeVersion'>Version %s</fact>
        <fact name='ServerRole'>Mailbox</fact>
        """
        .formatted(host, version);
  }

  private static String connector(String name, String binding, String range) {
    return """
        <resource kind='receiveConnectors' name='%s'>
        <value name='AuthMechanism'>Tls</value>
        <list name='Bindings'><item>%s</item></list>
        <list name='ExtendedRights'>
        <item>allow S-1-5-7 ms-Exch-Accept-Headers-Routing</item>
        <item>allow S-1-5-7 ms-Exch-SMTP-Accept-Any-Sender</item>
        <item>allow S-1-5-7 ms-Exch-SMTP-Accept-Authoritative-Domain-Sender</item>
        <item>allow S-1-5-7 ms-Exch-SMTP-Submit</item>
        </list>
        <value name='PermissionGroups'>AnonymousUsers</value>
        <list name='RemoteIPRanges'><item>%s</item></list>
        </resource>
        """
        .formatted(name, binding, range);
  }
}
