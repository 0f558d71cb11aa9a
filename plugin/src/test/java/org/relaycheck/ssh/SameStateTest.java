package org.relaycheck.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Finding;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.goal.check.Check;
import org.relaycheck.goal.record.Recording;
import org.relaycheck.live.AnswerSource;
import org.relaycheck.live.LoginGate;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.powershell.Behaviour;
import org.relaycheck.powershell.CannedAnswer;
import org.relaycheck.record.RecordSource;
import org.relaycheck.record.RecordWriter;
import org.relaycheck.report.CheckRun;

/** The same connectors, asked and read in every way that there is: the findings are the same. */
@Timeout(120)
class SameStateTest {

  private static final String POLICY =
      """
      version: 1
      receiveConnectors:
        SQL Relay:
          hosts: EX01
          TarpitInterval: 10s
          Banner: null
          RemoteIPRanges: [192.0.2.0/24, 198.51.100.8]
          ExtendedRights: {contains: [allow anonymous ms-Exch-SMTP-Accept-Any-Recipient]}
          PermissionGroups: [AnonymousUsers]
          MaxInboundConnection: 5000
        Gone: {hosts: EX01}
      unlisted: {receiveConnectors: warning}
      """;

  /** TarpitInterval and RemoteIPRanges differ, two settings were not read, one is missing. */
  private static final List<String> EXPECTED =
      List.of(
          "MISSING Gone",
          "UNCLEAR SQL Relay MaxInboundConnection",
          "UNCLEAR SQL Relay PermissionGroups",
          "DRIFTED SQL Relay RemoteIPRanges",
          "DRIFTED SQL Relay TarpitInterval");

  @TempDir private Path folder;
  private final SshSetup setup = new SshSetup();

  @BeforeEach
  void policy() throws IOException {
    Files.writeString(folder.resolve("relay-policy.yaml"), POLICY);
  }

  @Test
  void a_live_answer_a_record_of_it_and_what_the_collector_wrote_are_one() throws Exception {
    CheckRun live;
    CheckRun later;
    try (WindowsServer server = WindowsServer.that(Scene.Play.of(Behaviour.COMPLETE))) {
      String way =
          "{ssh: 127.0.0.1, port: "
              + server.port()
              + ", credentials: exchange-ro, hostKey: '"
              + server.fingerprint()
              + "'}";
      live = check(setup.source(new LoginGate()), "{powershell: " + way + "}");
      later = checkRecorded("{powershell: " + way + "}");
    }
    CheckRun collected = check(records(), "{recorded: " + collected().getFileName() + "}");

    assertThat(brief(live)).containsExactlyElementsOf(EXPECTED);
    assertThat(told(later)).isEqualTo(told(live));
    assertThat(told(collected)).isEqualTo(told(live));
  }

  @Test
  void a_file_that_is_fetched_says_the_same() throws Exception {
    Path file = collected();
    try (WindowsServer server =
        WindowsServer.that(
            Scene.Play.of(Behaviour.EMPTY),
            all -> all.setSubsystemFactories(List.of(new SftpSubsystemFactory())))) {
      CheckRun fetched =
          check(
              setup.source(new LoginGate()),
              "{powershell: {fetch: '"
                  + file
                  + "', ssh: 127.0.0.1, port: "
                  + server.port()
                  + ", credentials: exchange-ro, hostKey: '"
                  + server.fingerprint()
                  + "'}}");

      assertThat(server.commands()).isEmpty();
      assertThat(told(fetched))
          .isEqualTo(told(check(records(), "{recorded: " + file.getFileName() + "}")))
          .hasSize(EXPECTED.size());
    }
  }

  @Test
  void openssh_itself_hands_on_the_same() throws Exception {
    Path there = Files.createDirectories(folder.resolve("sshd"));
    try (OpenSsh server = OpenSsh.in(there)) {
      server.behaves(Behaviour.COMPLETE);
      Path trusted =
          Files.writeString(
              folder.resolve("known_hosts"),
              "[127.0.0.1]:" + server.port() + " " + server.publicKey("host") + "\n");
      setup.accounts.put(
          "exchange-ro",
          SshSetup.key(System.getProperty("user.name"), server.file("user"), Optional.empty()));

      CheckRun live =
          check(
              setup.source(new LoginGate()),
              "{powershell: {ssh: 127.0.0.1, port: "
                  + server.port()
                  + ", credentials: exchange-ro, knownHosts: '"
                  + trusted
                  + "'}}");

      assertThat(brief(live)).containsExactlyElementsOf(EXPECTED);
      assertThat(told(live))
          .isEqualTo(told(check(records(), "{recorded: " + collected().getFileName() + "}")));
    }
  }

  private Path collected() throws IOException {
    return Files.writeString(
        folder.resolve("answer.txt"),
        CannedAnswer.frame("c0ffee", CannedAnswer.complete("")),
        StandardCharsets.US_ASCII);
  }

  private static AnswerSource records() {
    return new RecordSource(ResourceKinds.receiveConnectors());
  }

  private CheckRun check(AnswerSource source, String host) throws IOException {
    return new Check(ports(source)).run(request(connections(host)));
  }

  private CheckRun checkRecorded(String host) throws Exception {
    Recording.Result result =
        new Recording(ports(setup.source(new LoginGate())), new RecordWriter())
            .run(request(connections(host)), folder);
    Path kept = result.connections();
    return new Check(ports(records())).run(request(kept));
  }

  private Path connections(String host) throws IOException {
    return Files.writeString(
        folder.resolve("relay-connections.yaml"), "hosts:\n  EX01: " + host + "\n");
  }

  private GoalRequest request(Path connections) {
    List<Path> policy = List.of(folder.resolve("relay-policy.yaml"));
    return new GoalRequest(
        new GoalRequest.Paths(policy, connections), List.of(), FailOn.ERROR, 2, SshSetup.NOW);
  }

  private static GoalPorts ports(AnswerSource source) {
    return new GoalPorts(source, SurveyProgress.silent(), "1");
  }

  private static List<String> brief(CheckRun run) {
    return run.drift().findings().stream()
        .map(
            finding ->
                (finding.verdict()
                        + " "
                        + finding.subject().address().name()
                        + " "
                        + finding.subject().settingName())
                    .strip())
        .toList();
  }

  /** Findings with all their texts. */
  private static List<String> told(CheckRun run) {
    return run.drift().findings().stream().map(SameStateTest::told).toList();
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
        + finding.reasons()
        + "  "
        + finding.trail();
  }
}
