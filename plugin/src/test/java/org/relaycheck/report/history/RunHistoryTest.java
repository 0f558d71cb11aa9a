package org.relaycheck.report.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Outcome;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.goal.Situation;
import org.relaycheck.goal.check.Check;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.record.RecordSource;
import org.relaycheck.report.CheckRun;
import org.relaycheck.report.history.HistoryComparison.Standing;

/** What runs leave to each other, with real checks of records. */
class RunHistoryTest {

  private static final String POLICY =
      "version: 1\nreceiveConnectors: {Relay: {hosts: [EX01, EX02], MaxHopCount: %s}}\n";

  @TempDir private Path folder;

  private int day;

  @BeforeEach
  void two_servers_that_count_to_30() throws IOException {
    Files.writeString(
        folder.resolve("c.yaml"),
        "hosts: {EX01: {recorded: EX01.xml, maxAge: never}, EX02: {recorded: EX02.xml, maxAge:"
            + " never}}\n");
    server("EX01", 30);
    server("EX02", 30);
  }

  @Test
  void what_no_earlier_run_found_is_new_and_fails() throws IOException {
    CheckRun run = check("60", FailOn.NEW_ERROR);

    assertThat(run.outcome()).isEqualTo(Outcome.DRIFT);
    assertThat(statuses(run)).containsExactly(FindingStatus.NEW, FindingStatus.NEW);
    assertThat(history(run).before()).isEmpty();
  }

  @Test
  void what_the_last_run_found_is_known_since_the_first_and_no_drift() throws IOException {
    CheckRun first = check("60", FailOn.NEW_ERROR);
    check("60", FailOn.NEW_ERROR);

    CheckRun run = check("60", FailOn.NEW_ERROR);

    assertThat(run.outcome()).isEqualTo(Outcome.CLEAN);
    assertThat(run.drift().findings()).hasSize(2).noneMatch(run::fails);
    assertThat(statuses(run)).containsOnly(FindingStatus.KNOWN);
    assertThat(history(run).standings().values())
        .extracting(Standing::since)
        .containsOnly(first.stamp().written());
  }

  @Test
  void what_is_known_is_drift_where_failOn_does_not_ask_for_new() throws IOException {
    check("60", FailOn.ERROR);

    CheckRun run = check("60", FailOn.ERROR);

    assertThat(run.outcome()).isEqualTo(Outcome.DRIFT);
    assertThat(run.drift().findings()).allMatch(run::fails);
  }

  @Test
  void one_new_finding_beside_known_ones_is_drift() throws IOException {
    server("EX02", 60);
    check("60", FailOn.NEW_ERROR);
    server("EX02", 30);

    CheckRun run = check("60", FailOn.NEW_ERROR);

    assertThat(run.outcome()).isEqualTo(Outcome.DRIFT);
    assertThat(run.drift().findings()).filteredOn(run::fails).hasSize(1);
  }

  @Test
  void a_higher_severity_is_new() throws IOException {
    check("{is: 60, severity: warning}", FailOn.NEW_ERROR);

    CheckRun run = check("60", FailOn.NEW_ERROR);

    assertThat(run.outcome()).isEqualTo(Outcome.DRIFT);
    assertThat(statuses(run)).containsOnly(FindingStatus.NEW);
  }

  @Test
  void what_was_resolved_and_is_found_again_is_back_and_fails() throws IOException {
    check("60", FailOn.NEW_ERROR);
    CheckRun resolved = check("30", FailOn.NEW_ERROR);

    CheckRun back = check("60", FailOn.NEW_ERROR);

    assertThat(history(resolved).resolved())
        .extracting(HistoryEntry::about)
        .containsExactly("EX01\\Relay MaxHopCount", "EX02\\Relay MaxHopCount");
    assertThat(back.outcome()).isEqualTo(Outcome.DRIFT);
    assertThat(statuses(back)).containsOnly(FindingStatus.BACK);
    assertThat(history(back).standings().values())
        .extracting(Standing::since)
        .containsOnly(back.stamp().written());
  }

  @Test
  void what_cannot_be_judged_is_not_resolved_and_stops_the_build_as_ever() throws IOException {
    CheckRun first = check("60", FailOn.NEW_ERROR);
    Files.delete(folder.resolve("EX02.xml"));
    CheckRun blind = check("60", FailOn.NEW_ERROR);
    server("EX02", 30);

    CheckRun run = check("60", FailOn.NEW_ERROR);

    assertThat(blind.outcome()).isEqualTo(Outcome.UNCLEAR);
    assertThat(history(blind).resolved()).isEmpty();
    assertThat(run.outcome()).isEqualTo(Outcome.CLEAN);
    assertThat(history(run).standings().values())
        .extracting(Standing::since)
        .containsOnly(first.stamp().written());
  }

  @Test
  void what_was_only_unclear_before_is_new_when_it_turns_out_to_differ() throws IOException {
    Files.delete(folder.resolve("EX02.xml"));
    check("60", FailOn.NEW_ERROR);
    server("EX02", 30);

    CheckRun run = check("60", FailOn.NEW_ERROR);

    assertThat(run.outcome()).isEqualTo(Outcome.DRIFT);
    assertThat(statuses(run)).containsExactlyInAnyOrder(FindingStatus.KNOWN, FindingStatus.NEW);
  }

  @Test
  void a_host_that_was_left_out_is_not_resolved() throws IOException {
    check("60", FailOn.NEW_ERROR);

    CheckRun some = check("60", FailOn.NEW_ERROR, List.of("EX01"));
    CheckRun all = check("60", FailOn.NEW_ERROR);

    assertThat(some.outcome()).isEqualTo(Outcome.PARTIAL);
    assertThat(history(some).resolved()).isEmpty();
    assertThat(statuses(all)).containsExactly(FindingStatus.KNOWN, FindingStatus.KNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{\"version\":2}",
        "{\"version\":1,\"time\":\"yesterday\",\"outcome\":\"clean\",\"findings\":[]}",
        "{\"version\":1,\"time\":\"2026-11-30T00:00:00Z\",\"outcome\":\"x\",\"findings\":[]}",
        "{\"version\":1,\"time\":\"2026-11-30T00:00:00Z\",\"outcome\":\"clean\",\"findings\":[{}]}",
        "{\"version\":1,\"time\":\"2026-11-30T00:00:00Z\",\"outcome\":\"clean\",\"findings\":{}}"
      })
  void a_damaged_line_is_a_warning_and_the_line_before_is_taken(String text) throws IOException {
    check("60", FailOn.NEW_ERROR);
    Path damaged = runs().resolve("relay-20270101T000000000Z-0000000d.jsonl");
    Files.writeString(damaged, text);

    CheckRun run = check("60", FailOn.NEW_ERROR);

    assertThat(run.outcome()).isEqualTo(Outcome.CLEAN);
    assertThat(history(run).warnings())
        .containsExactly(
            damaged.getFileName() + " of the history is damaged and was left out; delete it");
    assertThat(damaged).exists();
  }

  @Test
  void where_every_line_is_damaged_all_is_new() throws IOException {
    check("60", FailOn.NEW_ERROR);
    Files.write(files().get(0), new byte[] {(byte) 0xFF, 0});

    CheckRun run = check("60", FailOn.NEW_ERROR);

    assertThat(run.outcome()).isEqualTo(Outcome.DRIFT);
    assertThat(history(run).warnings()).hasSize(1);
    assertThat(statuses(run)).containsOnly(FindingStatus.NEW);
  }

  @Test
  void the_newest_200_runs_are_kept_and_other_files_are_nobodys() throws IOException {
    Files.createDirectories(runs());
    String clean = "{\"version\":1,\"time\":\"%s\",\"outcome\":\"clean\",\"findings\":[]}\n";
    for (int i = 0; i < 250; i++) {
      Instant time = Instant.parse("2025-01-01T00:00:00Z").plusSeconds(i);
      String stamp = time.toString().replaceAll("[-:Z]", "") + "000Z";
      Files.writeString(
          runs().resolve("relay-" + stamp + "-0000000a.jsonl"), clean.formatted(time));
    }
    Files.writeString(runs().resolve("notes.jsonl"), "mine");

    CheckRun run = check("60", FailOn.ERROR);

    assertThat(history(run).before()).contains(Instant.parse("2025-01-01T00:04:09Z"));
    assertThat(history(run).warnings()).isEmpty();
    assertThat(files()).hasSize(201).contains(runs().resolve("notes.jsonl"));
  }

  @Test
  void megabytes_are_given_up_but_never_the_newest_run() throws IOException {
    check("60", FailOn.ERROR);
    Path newest = files().get(0);
    Files.writeString(newest, " ".repeat(17 << 20) + Files.readString(newest));

    CheckRun run = check("60", FailOn.NEW_ERROR);

    assertThat(run.outcome()).isEqualTo(Outcome.CLEAN);
    assertThat(files()).hasSize(1).doesNotContain(newest);
  }

  @Test
  void two_runs_at_once_leave_a_whole_line_each() throws Exception {
    List<Callable<CheckRun>> checks = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      GoalRequest request = request("60", FailOn.ERROR, List.of());
      checks.add(() -> kept(request));
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (var one : threads.invokeAll(checks)) {
        assertThat(history(one.get()).warnings()).isEmpty();
      }
    } finally {
      threads.shutdown();
    }

    assertThat(files()).hasSize(16);
    CheckRun run = check("60", FailOn.NEW_ERROR);
    assertThat(history(run).warnings()).isEmpty();
    assertThat(run.outcome()).isEqualTo(Outcome.CLEAN);
  }

  @Test
  void a_history_that_cannot_be_read_or_written_is_said_and_changes_no_outcome()
      throws IOException {
    Files.writeString(runs(), "a file");
    RunHistory history = new RunHistory(runs());
    CheckRun found = found(request("60", FailOn.NEW_ERROR, List.of()));

    CheckRun run = history.compared(found);

    assertThat(run.outcome()).isEqualTo(Outcome.DRIFT);
    assertThat(history(run).warnings())
        .singleElement()
        .asString()
        .contains(runs().toString(), "could not be read");
    assertThat(history.keep(run)).get().asString().contains("could not be written");
  }

  @Test
  void a_policy_that_is_wrong_leaves_nothing_and_forgets_nothing() throws IOException {
    check("60", FailOn.NEW_ERROR);

    CheckRun wrong = check("many", FailOn.NEW_ERROR);
    CheckRun run = check("60", FailOn.NEW_ERROR);

    assertThat(wrong.outcome()).isEqualTo(Outcome.ERROR);
    assertThat(statuses(run)).containsOnly(FindingStatus.KNOWN);
    assertThat(files()).hasSize(2);
  }

  private CheckRun check(String hops, FailOn failOn) throws IOException {
    return check(hops, failOn, List.of());
  }

  private CheckRun check(String hops, FailOn failOn, List<String> hosts) throws IOException {
    return kept(request(hops, failOn, hosts));
  }

  private CheckRun kept(GoalRequest request) {
    RunHistory history = new RunHistory(runs());
    CheckRun run = history.compared(found(request));
    assertThat(history.keep(run)).isEmpty();
    return run;
  }

  private static CheckRun found(GoalRequest request) {
    RecordSource records = new RecordSource(ResourceKinds.receiveConnectors());
    return new Check(new GoalPorts(records, SurveyProgress.silent(), "1.0.0")).run(request);
  }

  /** Each is a day later than the one before. */
  private GoalRequest request(String hops, FailOn failOn, List<String> hosts) throws IOException {
    Path policy = Files.writeString(folder.resolve("p.yaml"), POLICY.formatted(hops));
    Instant now = Situation.NOW.plusSeconds(86_400L * day++);
    GoalRequest.Paths paths = new GoalRequest.Paths(List.of(policy), folder.resolve("c.yaml"));
    return new GoalRequest(paths, hosts, failOn, 1, now);
  }

  private void server(String host, int hops) throws IOException {
    Files.writeString(
        folder.resolve(host + ".xml"),
        "<record version='1' host='%s' read='2026-11-24T06:00:00Z' complete='true'><resource kind='receiveConnectors' name='Relay'><value name='MaxHopCount'>%d</value></resource></record>"
            .formatted(host, hops));
  }

  private Path runs() {
    return folder.resolve("runs");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(runs())) {
      return files.sorted().toList();
    }
  }

  private static HistoryComparison history(CheckRun run) {
    return run.history().orElseThrow();
  }

  private static List<FindingStatus> statuses(CheckRun run) {
    return history(run).standings().values().stream().map(Standing::status).toList();
  }
}
