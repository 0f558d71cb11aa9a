package org.relaycheck.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message, word for word: they are what a user has to work with. */
class MessagesTest {

  private static final String STRICT =
      "version: 1\ntemplates: {receiveConnectors: {strict: {MaxHops: 60}}}\n";

  @TempDir Path folder;

  static List<Case> settings() {
    return Case.of("setting-problems.txt");
  }

  static List<Case> accepted() {
    return Case.of("settings.txt");
  }

  static List<Case> policies() {
    return Case.of("policy-problems.txt");
  }

  static List<Case> connections() {
    return Case.of("connections-problems.txt");
  }

  @ParameterizedTest
  @MethodSource("settings")
  void a_setting_that_cannot_be_meant_is_refused(Case example) {
    Desk desk = new Desk(folder, Map.of("strict", STRICT));

    String problems = desk.problem(example.input());

    assertThat(problems).isEqualTo(example.expected());
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void a_setting_is_understood(Case example) {
    Desk desk = new Desk(folder, Map.of());

    String wanted = Desk.told(desk.statement(example.input()));

    assertThat(wanted).isEqualTo(example.expected());
  }

  @ParameterizedTest
  @MethodSource("policies")
  void a_policy_that_cannot_be_meant_is_refused(Case example) {
    Desk desk = new Desk(folder, Map.of("strict", STRICT));

    String problems = desk.problems(example.input() + "\n");

    assertThat(problems).isEqualTo(example.expected());
  }

  @ParameterizedTest
  @MethodSource("connections")
  void connections_that_cannot_be_meant_are_refused(Case example) {
    Desk desk = new Desk(folder, Map.of());

    String problems = desk.connectionProblems(example.input() + "\n");

    assertThat(problems).isEqualTo(example.expected());
  }
}
