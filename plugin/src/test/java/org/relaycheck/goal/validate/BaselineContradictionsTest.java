package org.relaycheck.goal.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relaycheck.compare.FailOn;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.Situation;
import org.relaycheck.report.text.ConsoleLine;

/** Two baselines that one connector could never both meet. */
class BaselineContradictionsTest {

  @TempDir private Path folder;

  @Test
  void two_that_contradict_and_can_meet_one_connector_are_named_once_with_all_places()
      throws IOException {
    List<String> lines = lines("TarpitInterval: 00:00:00", "TarpitInterval: {atLeast: 5s}", "", "");

    assertThat(lines).hasSize(1);
    assertThat(lines.get(0))
        .contains("relay-policy.yaml:7:5  the baselines inner and outer")
        .contains("relay-policy.yaml:8:5) can meet one resource, and contradict each other there:")
        .contains("TarpitInterval 00:00:00 (", "and at least 00:00:05 (");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MaxHopCount: 30              | MaxHopCount: 60",
        "MaxHopCount: {atLeast: 60}   | MaxHopCount: {atMost: 30}",
        "MaxHopCount: {oneOf: [1, 2]} | MaxHopCount: {between: [3, 9]}",
        "MaxHopCount: {not: 30}       | MaxHopCount: 30",
        "Fqdn: {matches: 'a.*'}        | Fqdn: b.example"
      })
  void no_value_meets_both(String one, String other) throws IOException {
    assertThat(lines(one, other, "", "")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MaxHopCount: 30                  | MaxHopCount: {between: [30, 60]}",
        "MaxHopCount: {atLeast: 30}       | MaxHopCount: {atMost: 30}",
        "MaxHopCount: {atLeast: 30}       | MaxHopCount: {atLeast: 60}",
        "MaxHopCount: {oneOf: [1, 30]}    | MaxHopCount: {oneOf: [30, 60]}",
        "Banner: {matches: '220 .*'}      | Banner: {matches: '250 .*'}",
        "MaxHopCount: 30                  | MaxRecipientsPerMessage: 60"
      })
  void some_value_may_meet_both(String one, String other) throws IOException {
    assertThat(lines(one, other, "", "")).isEmpty();
  }

  @Test
  void what_is_divided_by_where_cannot_meet() throws IOException {
    String one = "MaxHopCount: 30";
    String other = "MaxHopCount: 60";

    List<String> apart =
        lines(
            one,
            other,
            ", where: {RemoteIPRanges: {contains: 192.0.2.1}}",
            ", where: {RemoteIPRanges: {excludes: 192.0.2.1}}");
    List<String> together = lines(one, other, ", where: {MaxHopCount: {atLeast: 1}}", "");

    assertThat(apart).isEmpty();
    assertThat(together).hasSize(1);
  }

  private List<String> lines(String inner, String outer, String where, String otherWhere)
      throws IOException {
    Path policy =
        Files.writeString(
            folder.resolve("relay-policy.yaml"),
            """
            version: 1
            templates:
              receiveConnectors:
                inner: {%s}
                outer: {%s}
            baselines:
              - {like: inner, hosts: [EX01, EX02]%s}
              - {like: outer, hosts: all%s}
            """
                .formatted(inner, outer, where, otherWhere));
    Path connections =
        Files.writeString(
            folder.resolve("relay-connections.yaml"),
            "hosts: {EX01: {recorded: a.xml}, EX02: {recorded: b.xml}}\n");
    GoalRequest request =
        new GoalRequest(
            new GoalRequest.Paths(List.of(policy), connections),
            List.of(),
            FailOn.ERROR,
            1,
            Situation.NOW);
    Validate.Result result = new Validate().run(request);
    assertThat(result.problems()).isEmpty();
    return result.lines().stream()
        .map(ConsoleLine::text)
        .filter(text -> text.contains("baselines"))
        .toList();
  }
}
