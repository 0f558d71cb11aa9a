package org.relaycheck.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.Outcome;
import org.relaycheck.compare.Verdict;
import org.relaycheck.goal.check.Check;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.live.AnswerSource;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.report.CheckRun;
import org.relaycheck.state.LastChange;
import org.relaycheck.value.Raw;

/** Servers of an organisation that no connection names, and those of two that share a name. */
class UnlistedServersTest {

  private static final String KIND = "receiveConnectors";

  @TempDir private Path folder;

  /** What each way answers for all hosts behind it: a connector of each server. */
  private final Map<String, Answer> ways = new LinkedHashMap<>();

  private String policy = "version: 1\n";
  private String connections = "powershell: {a: {local: true}, b: {local: true}}\nhosts:\n";

  private void way(String way, String organisation, String... servers) {
    List<AnswerItem> items = new ArrayList<>();
    for (String server : servers) {
      Map<String, Raw> values = new LinkedHashMap<>();
      values.put("Banner", Raw.text("220 " + way + " " + server));
      if (!organisation.isEmpty()) {
        values.put(
            "DistinguishedName",
            Raw.text(
                "CN=Relay,CN=SMTP Receive Connectors,CN=Protocols,CN="
                    + server
                    + ",CN=Servers,CN=Exchange Administrative Group (FYDIBOHF23SPDLT),CN="
                    + "Administrative Groups,CN="
                    + organisation
                    + ",CN=Microsoft Exchange,DC=corp,DC=example"));
      }
      items.add(new AnswerItem(KIND, "Relay", Optional.of(server), values, LastChange.unknown()));
    }
    ways.put(way, new Answer(Map.of(), Optional.of(Situation.NOW), true, Map.of(), items));
  }

  private void host(String key, String server, String way) {
    connections += "  " + key + ": {server: " + server + ", powershell: " + way + "}\n";
  }

  private CheckRun check() throws IOException {
    return check(List.of());
  }

  private CheckRun check(List<String> hosts) throws IOException {
    AnswerSource source =
        connection ->
            new HostAnswer.Answered(
                ways.getOrDefault(
                    ((HostWay.Through) connection.way()).shell().name(),
                    new Answer(Map.of(), Optional.empty(), false, Map.of(), List.of())));
    return run(source, hosts, FailOn.ERROR);
  }

  private CheckRun run(AnswerSource source, List<String> hosts, FailOn failOn) throws IOException {
    Path policies = Files.writeString(folder.resolve("relay-policy.yaml"), policy);
    Path known = Files.writeString(folder.resolve("relay-connections.yaml"), connections);
    GoalRequest request =
        new GoalRequest(
            new GoalRequest.Paths(List.of(policies), known), hosts, failOn, 2, Situation.NOW);
    return new Check(new GoalPorts(source, SurveyProgress.silent(), "1")).run(request);
  }

  private static List<String> told(CheckRun run) {
    return run.drift().findings().stream()
        .filter(finding -> finding.subject().address().name().isEmpty())
        .map(Finding::reasons)
        .map(reasons -> reasons.cause().orElse(""))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "'', ERROR, CLEAN",
    "'', WARNING, DRIFT",
    "'unlisted: {receiveConnectors: error}', ERROR, DRIFT",
    "'unlisted: {receiveConnectors: ignore}', WARNING, CLEAN",
  })
  void a_server_that_no_connection_names_matters_as_the_policy_says(
      String unlisted, FailOn failOn, Outcome outcome) throws IOException {
    way("a", "Corp", "EX01", "EX07");
    host("EX01", "EX01", "a");
    policy += KIND + ": {Relay: {hosts: EX01}}\n" + unlisted + "\n";

    CheckRun run = run(connection -> new HostAnswer.Answered(ways.get("a")), List.of(), failOn);

    assertThat(told(run))
        .containsExactly("EX07 is in the organisation, and not in relay-connections.yaml");
    assertThat(run.drift().findings().get(0).verdict()).isEqualTo(Verdict.UNEXPECTED);
    assertThat(run.outcome()).isEqualTo(outcome);
  }

  @Test
  void a_server_is_connected_whatever_hosts_are_asked() throws IOException {
    way("a", "Corp", "EX01", "EX02");
    host("EX01", "EX01", "a");
    host("second", "ex02", "a");
    policy += KIND + ": {Relay: {hosts: [EX01, second]}}\n";

    assertThat(told(check(List.of("EX01")))).isEmpty();
    assertThat(told(check())).isEmpty();
  }

  @Test
  void two_shells_of_one_organisation_know_each_others_hosts() throws IOException {
    way("a", "Corp", "EX01", "EX02", "EX07");
    way("b", "Corp", "EX01", "EX02", "EX07");
    host("EX01", "EX01", "a");
    host("EX02", "EX02", "b");
    policy += KIND + ": {Relay: {hosts: [EX01, EX02]}}\n";

    assertThat(told(check()))
        .containsExactly(
            "EX07 is in the organisation of powershell 'a, b', and not in relay-connections.yaml");
    assertThat(told(check(List.of("EX01"))))
        .containsExactly(
            "EX07 is in the organisation of powershell 'a', and not in relay-connections.yaml");
  }

  @Test
  void a_waiver_accepts_a_server_and_ends_when_it_is_gone() throws IOException {
    way("a", "Corp", "EX01", "EX07", "EX08");
    host("EX01", "EX01", "a");
    policy += KIND + ": {Relay: {hosts: EX01}}\nunlisted: {receiveConnectors: error}\n";
    Files.writeString(
        folder.resolve("relay-waivers.yaml"),
        "waivers: {kind: receiveConnectors, hosts: [EX07, ex08], accepted: present, reason: lab,"
            + " owner: mail team, until: 2027-01-31}\n");

    CheckRun waived = check();
    way("a", "Corp", "EX01", "EX07");
    CheckRun gone = check();

    assertThat(waived.outcome()).isEqualTo(Outcome.CLEAN);
    assertThat(waived.drift().count(Verdict.WAIVED)).isEqualTo(2);
    assertThat(waived.drift().waivers()).isEmpty();
    assertThat(gone.outcome()).isEqualTo(Outcome.CLEAN);
    assertThat(gone.drift().waivers())
        .singleElement()
        .asString()
        .contains("the waiver of a server: present is not needed on ex08");
  }

  /** Names of one organisation never answer for another's: neither settings nor servers. */
  @Test
  void law_organisations_with_equal_server_names_are_kept_apart() throws IOException {
    for (int seed = 0; seed < 60; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      connections = "powershell: {a: {local: true}, b: {local: true}}\nhosts:\n";
      SortedSet<String> unlisted = new TreeSet<>();
      SortedSet<String> drifted = new TreeSet<>();
      StringBuilder at = new StringBuilder();
      for (String way : List.of("a", "b")) {
        SortedSet<String> servers = new TreeSet<>();
        random.ints(3, 0, 4).forEach(i -> servers.add("EX0" + i));
        // half of them do not tell where they stand in the directory
        way(way, seed % 2 == 0 ? "" : "Organisation " + way, servers.toArray(String[]::new));
        for (String server : servers) {
          if (random.nextBoolean() && !server.equals(servers.first())) {
            unlisted.add(server + " of " + way);
            continue;
          }
          host(way + server, server, way);
          boolean right = random.nextBoolean();
          String banner = right ? "220 " + way + " " + server : "220 other";
          at.append(way + server + ": {Banner: " + banner + "}, ");
          if (!right) {
            drifted.add(way + server);
          }
        }
      }
      policy = "version: 1\n" + KIND + ": {Relay: {hosts: all, at: {" + at + "}}}\n";

      CheckRun run = check();

      assertThat(unlisted(run)).as("seed %d: %s", seed, connections).isEqualTo(unlisted);
      assertThat(
              run.drift().findings().stream()
                  .filter(finding -> finding.verdict() == Verdict.DRIFTED)
                  .map(finding -> finding.subject().address().host()))
          .as("seed %d: %s", seed, policy)
          .containsExactlyElementsOf(drifted);
    }
  }

  /** Each server of which the finding says that it is of a way. */
  private static SortedSet<String> unlisted(CheckRun run) {
    SortedSet<String> found = new TreeSet<>();
    for (Finding finding : run.drift().findings()) {
      String cause = finding.reasons().cause().orElse("");
      for (String way : List.of("a", "b")) {
        if (cause.matches(".* of powershell '(.*, )?" + way + "(, .*)?', and .*")) {
          found.add(finding.subject().address().host() + " of " + way);
        }
      }
    }
    return found;
  }
}
