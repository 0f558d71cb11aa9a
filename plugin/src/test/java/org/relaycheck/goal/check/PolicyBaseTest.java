package org.relaycheck.goal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.Outcome;
import org.relaycheck.compare.PolicyChange;
import org.relaycheck.compare.Verdict;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.goal.Situation;
import org.relaycheck.live.AnswerSource;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.record.RecordSource;
import org.relaycheck.report.CheckRun;

/** What a change of a policy does, judged by one answer of each host. */
class PolicyBaseTest {

  private static final String HOPS = "receiveConnectors: {Relay: {hosts: %s, MaxHopCount: %s}}\n";

  @TempDir private Path folder;

  private final List<String> asked = new ArrayList<>();

  @BeforeEach
  void two_servers_that_count_to_30() throws IOException {
    Files.createDirectories(folder.resolve("base"));
    for (String host : List.of("EX01", "EX02")) {
      Files.writeString(
          folder.resolve(host + ".xml"),
          "<record version='1' host='%s' read='2026-11-24T06:00:00Z' complete='true'><resource kind='receiveConnectors' name='Relay'><value name='MaxHopCount'>30</value></resource></record>"
              .formatted(host));
    }
    connections("EX01", "EX02");
  }

  @Test
  void each_host_is_asked_once_also_one_that_only_the_policy_before_names() throws IOException {
    PolicyChange change = change(HOPS.formatted("[EX01, EX02]", 60), HOPS.formatted("EX01", 60));

    assertThat(asked).containsExactlyInAnyOrder("EX01", "EX02");
    assertThat(hosts(change.fixes())).containsExactly("EX02");
    assertThat(hosts(change.unchanged())).containsExactly("EX01");
    assertThat(change.breaks()).isEmpty();
  }

  @Test
  void a_host_that_the_change_takes_out_of_the_connections_is_not_asked() throws IOException {
    Files.copy(folder.resolve("c.yaml"), folder.resolve("base/c.yaml"));
    connections("EX01");

    PolicyChange change = change(HOPS.formatted("[EX01, EX02]", 60), HOPS.formatted("EX01", 60));

    assertThat(asked).containsExactly("EX01");
    assertThat(change.fixes()).isEmpty();
    assertThat(hosts(change.unchanged())).containsExactly("EX01");
  }

  @Test
  void what_is_waived_now_is_fixed_by_the_waiver() throws IOException {
    Files.writeString(
        folder.resolve("relay-waivers.yaml"),
        """
        waivers:
          - {kind: receiveConnectors, name: Relay, hosts: [EX01], setting: MaxHopCount, accepted: 30, reason: old, owner: mail, until: 2027-03-01}
        """);

    PolicyChange change = change(HOPS.formatted("EX01", 60), HOPS.formatted("EX01", 60));

    assertThat(change.fixes()).extracting(Finding::verdict).containsExactly(Verdict.WAIVED);
    assertThat(change.unchanged()).isEmpty();
  }

  @Test
  void only_what_the_change_breaks_fails() throws IOException {
    String strict = "receiveConnectors: {Relay: {hosts: EX01, MaxHopCount: 60, Comment: x}}\n";
    CheckRun same = run(strict, strict);
    CheckRun worse =
        run(HOPS.formatted("EX01", 60), strict.replace("Comment: x", "state: present"));
    CheckRun wrong = run(HOPS.formatted("EX01", 30), HOPS.formatted("EX01", 60));

    assertThat(same.outcome()).isEqualTo(Outcome.UNCLEAR);
    assertThat(worse.outcome()).isEqualTo(Outcome.DRIFT);
    assertThat(worse.drift().findings()).noneMatch(worse::fails);
    assertThat(wrong.drift().findings()).filteredOn(wrong::fails).hasSize(1);
  }

  @Test
  void a_policy_before_that_is_not_there_or_wrong_is_said_and_nobody_is_asked() throws IOException {
    Path gone = folder.resolve("base/gone.yaml");
    Path wrong = Files.writeString(folder.resolve("base/wrong.yaml"), "version: 1\nhosts: x\n");
    Path now = write("relay-policy.yaml", HOPS.formatted("EX01", 60));

    List<String> missing = run(gone, now).drift().coverage().notes();
    List<String> broken = run(wrong, now).drift().coverage().notes();

    assertThat(missing).hasSize(1);
    assertThat(missing.get(0))
        .startsWith("relay.base names " + gone)
        .contains("is not there", "git worktree add --detach ../base origin/main");
    assertThat(broken).hasSize(1);
    assertThat(broken.get(0)).contains("wrong.yaml:2:1");
    assertThat(asked).isEmpty();
  }

  private PolicyChange change(String before, String now) throws IOException {
    return run(before, now).change().orElseThrow();
  }

  private CheckRun run(String before, String now) throws IOException {
    return run(write("base/relay-policy.yaml", before), write("relay-policy.yaml", now));
  }

  private CheckRun run(Path before, Path now) {
    Path own = folder.resolve("base/c.yaml");
    Path connections = folder.resolve("c.yaml");
    GoalRequest request =
        new GoalRequest(
            new GoalRequest.Paths(List.of(now), connections),
            List.of(),
            FailOn.NEW_BY_CHANGE,
            1,
            Situation.NOW);
    RecordSource records = new RecordSource(ResourceKinds.receiveConnectors());
    AnswerSource source =
        (HostConnection host) -> {
          asked.add(host.host());
          return records.ask(host);
        };
    return new Check(new GoalPorts(source, SurveyProgress.silent(), "1.0.0"))
        .run(
            request.after(
                Optional.of(
                    new GoalRequest.Paths(
                        List.of(before), Files.exists(own) ? own : connections))));
  }

  private Path write(String name, String policy) throws IOException {
    return Files.writeString(folder.resolve(name), "version: 1\n" + policy);
  }

  private void connections(String... hosts) throws IOException {
    StringBuilder text = new StringBuilder("hosts:\n");
    for (String host : hosts) {
      text.append("  ").append(host).append(": {recorded: ").append(folder).append('/');
      text.append(host).append(".xml, maxAge: never}\n");
    }
    Files.writeString(folder.resolve("c.yaml"), text.toString());
  }

  private static List<String> hosts(List<Finding> findings) {
    return findings.stream().map(finding -> finding.subject().address().host()).toList();
  }
}
