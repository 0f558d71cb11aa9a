package org.relaycheck.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Outcome;
import org.relaycheck.goal.check.Check;
import org.relaycheck.goal.validate.Validate;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.record.RecordSource;
import org.relaycheck.report.CheckRun;

/** Which file of waivers is read, and what becomes of one that is wrong. */
class WaiversFileTest {

  private static final String WAIVERS =
      """
      waivers:
        - {setting: MaxHopCount, kind: receiveConnectors, name: Relay, hosts: EX01, accepted: 20,
           reason: r, owner: o, until: 2027-01-31}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void a_host_that_has_drifted() throws IOException {
    lay(
        "relay-policy.yaml",
        "version: 1\nreceiveConnectors: {Relay: {hosts: EX01, MaxHopCount: 60}}\n");
    lay("relay-connections.yaml", "hosts: {EX01: {recorded: EX01.xml}}\n");
    lay(
        "EX01.xml",
        "<record version='1' host='EX01' read='2026-11-24T06:00:00Z' complete='true'>"
            + "<resource kind='receiveConnectors' name='Relay'>"
            + "<value name='MaxHopCount'>20</value></resource></record>");
  }

  private void lay(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private GoalRequest request(Optional<Path> waivers) {
    GoalRequest.Paths paths =
        new GoalRequest.Paths(
            List.of(folder.resolve("relay-policy.yaml")),
            folder.resolve("relay-connections.yaml"),
            waivers);
    return new GoalRequest(paths, List.of(), FailOn.ERROR, 1, Situation.NOW);
  }

  private CheckRun check(Optional<Path> waivers) {
    RecordSource records = new RecordSource(ResourceKinds.receiveConnectors());
    return new Check(new GoalPorts(records, SurveyProgress.silent(), "1.0.0"))
        .run(request(waivers));
  }

  private List<String> problems(CheckRun run) {
    assertThat(run.outcome()).isEqualTo(Outcome.ERROR);
    return run.drift().coverage().notes().stream()
        .map(note -> note.replace(folder.toString(), "."))
        .toList();
  }

  @Test
  void the_usual_file_beside_the_policy_need_not_be_there() throws IOException {
    CheckRun without = check(Optional.empty());
    lay("relay-waivers.yaml", WAIVERS);
    CheckRun with = check(Optional.empty());

    assertThat(without.outcome()).isEqualTo(Outcome.DRIFT);
    assertThat(with.outcome()).isEqualTo(Outcome.CLEAN);
  }

  @Test
  void a_file_that_is_named_must_be_there_and_is_the_only_one_read() throws IOException {
    lay("relay-waivers.yaml", WAIVERS);
    Path named = folder.resolve("ours.yaml");

    assertThat(problems(check(Optional.of(named))))
        .containsExactly("./ours.yaml:1:1  there is no such file");
    lay("ours.yaml", "waivers: []\n");
    assertThat(check(Optional.of(named)).outcome()).isEqualTo(Outcome.DRIFT);
  }

  @Test
  void the_problems_of_all_files_are_told_at_once() throws IOException {
    lay("relay-policy.yaml", "version: 2\n");
    lay("relay-waivers.yaml", WAIVERS.replace("until: 2027-01-31", "until: soon"));
    lay("relay-connections.yaml", "hosts: {EX01: {}}\n");

    List<String> problems = problems(check(Optional.empty()));

    assertThat(problems)
        .extracting(problem -> problem.substring(0, problem.indexOf(':')))
        .containsExactly("./relay-connections.yaml", "./relay-policy.yaml", "./relay-waivers.yaml");
  }

  @Test
  void validate_reads_waivers_with_and_without_connections() throws IOException {
    lay("relay-waivers.yaml", WAIVERS);
    Validate.Result with = new Validate().run(request(Optional.empty()));
    Files.delete(folder.resolve("relay-connections.yaml"));
    Validate.Result without = new Validate().run(request(Optional.empty()));
    lay("relay-waivers.yaml", WAIVERS.replace("MaxHopCount", "MaxHopCuont"));
    Validate.Result wrong = new Validate().run(request(Optional.empty()));

    assertThat(with.summary()).contains("1 statement, 1 waiver for 1 host");
    assertThat(without.problems()).isEmpty();
    assertThat(wrong.problems()).singleElement().asString().contains("did you mean 'MaxHopCount'?");
  }

  @Test
  void a_host_in_maintenance_is_not_asked() throws IOException {
    lay("more.xml", "this is no record");
    lay(
        "relay-connections.yaml",
        "hosts: {EX01: {recorded: EX01.xml}, EX02: {recorded: more.xml}}\n");
    lay(
        "relay-policy.yaml",
        "version: 1\nreceiveConnectors: {Relay: {hosts: [EX01, EX02], MaxHopCount: 20}}\n");
    String until = "maintenance: {hosts: ex02, reason: disks, owner: ops, until: 2026-11-";

    lay("relay-waivers.yaml", until + "24}\n");
    assertThat(check(Optional.empty()).outcome()).isEqualTo(Outcome.PARTIAL);
    lay("relay-waivers.yaml", until + "23}\n");
    assertThat(check(Optional.empty()).outcome()).isEqualTo(Outcome.UNCLEAR);
  }
}
