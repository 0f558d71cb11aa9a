package org.relaycheck.powershell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.live.Answer;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.state.Place;

class ShellInterviewFailuresTest {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  private static final ShellQuestion QUESTION =
      new ShellQuestion(
          Optional.empty(),
          Optional.empty(),
          List.of("EX01"),
          Optional.empty(),
          Duration.ofSeconds(60));

  private final Deque<CommandRun> runs = new ArrayDeque<>();

  private final List<InputPayload> sent = new ArrayList<>();

  private final List<Duration> pauses = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Active Directory operation failed on . The supplied credential for 'CORP\\x' is invalid",
        "Value cannot be null.\r\nParameter name: parameters",
        "ADServerDownException: Unable to contact the server",
        "A specified logon session does not exist. It may already have been terminated."
      })
  void a_session_with_a_key_is_told_that_it_has_no_network_credentials(String text) {
    runs.add(whole(CannedAnswer.gaveUp("reading the servers", text)));
    runs.add(whole(CannedAnswer.gaveUp("reading the servers", text)));

    assertThat(failure(ask(QUESTION, true)).fix())
        .startsWith("Windows gives a session that was opened with a key no network credentials");
    assertThat(failure(ask(QUESTION, false)).fix()).doesNotContain("a key no network");
  }

  @Test
  void a_busy_exchange_is_asked_once_more_and_no_oftener() {
    String busy =
        "Fail to create a runspace because you have exceeded the maximum of 18 concurrent shells";
    runs.add(whole(CannedAnswer.gaveUp("opening", busy)));
    runs.add(whole(CannedAnswer.connector()));

    ShellInterview.Result result = ask(QUESTION, false);

    assertThat(result.failed()).isEmpty();
    assertThat(pauses).containsExactly(Duration.ofSeconds(20));
    assertThat(sent).hasSize(2);

    runs.add(whole(CannedAnswer.gaveUp("opening", busy)));
    runs.add(whole(CannedAnswer.gaveUp("opening", busy)));

    assertThat(failure(ask(QUESTION, false)).fix()).startsWith("other sessions of this account");
    assertThat(sent).hasSize(4);
  }

  @Test
  void other_failures_are_not_tried_again() {
    runs.add(whole(CannedAnswer.gaveUp("opening", "Access is denied.")));

    ask(QUESTION, false);

    assertThat(sent).hasSize(1);
  }

  @Test
  void an_answer_of_another_version_is_not_half_understood() {
    runs.add(whole("V\tTarpitInterval\tMQ==\n"));
    runs.add(whole("I\treceiveConnectors\tRVgwMQ==\tQQ==\t\nL\tBindings\t2\nE\tQQ==\nN\tFqdn\n"));
    runs.add(whole("I\treceiveConnectors\tRVgwMQ==\tQQ==\t\nL\tBindings\t2\nE\tQQ==\n"));

    assertThat(failure(ask(QUESTION, false)).why())
        .isEqualTo("line 1 of the answer is not understood");
    assertThat(failure(ask(QUESTION, false)).why())
        .isEqualTo("line 4 of the answer is not understood");
    assertThat(failure(ask(QUESTION, false)).why()).isEqualTo("the answer ends within a list");
  }

  @Test
  void an_answer_with_two_values_of_one_setting_or_fact_is_no_answer() {
    runs.add(whole("I\treceiveConnectors\tRVgwMQ==\tQQ==\t\nV\tEnabled\tMQ==\nV\tenabled\tMA==\n"));
    runs.add(whole("F\tRVgwMQ==\tServerRole\tMQ==\nF\tZXgwMQ==\tserverRole\tMA==\n"));

    assertThat(failure(ask(QUESTION, false)).why())
        .isEqualTo("line 3 of the answer is not understood");
    assertThat(failure(ask(QUESTION, false)).why())
        .isEqualTo("line 2 of the answer is not understood");
  }

  @Test
  void a_missing_powershell_is_named() {
    runs.add(
        new CommandRun.Started(
            new AnswerFrame.Absent(""),
            "'powershell.exe' is not recognized as an internal or external command",
            OptionalInt.of(9009),
            OutputIntake.End.CLOSED));

    HostAnswer.Failed failed = failure(ask(QUESTION, false));

    assertThat(failed.why()).contains("PowerShell gave no answer").endsWith("(exit code 9009)");
    assertThat(failed.fix()).startsWith("powershell.exe is not on the PATH there");
  }

  @Test
  void constrained_language_is_named() {
    runs.add(
        new CommandRun.Started(
            new AnswerFrame.GaveUp(
                "Cannot invoke method. Method invocation is supported only on core types in this"
                    + " language mode."),
            "",
            OptionalInt.of(97),
            OutputIntake.End.CLOSED));

    assertThat(failure(ask(QUESTION, false)).fix())
        .startsWith("this machine runs only approved scripts");
  }

  private CommandRun run(InputPayload payload, ShellDeadlines deadlines) {
    sent.add(payload);
    return runs.remove();
  }

  private ShellInterview.Result ask(ShellQuestion question, boolean keyed) {
    return new ShellInterview(() -> "5eed", pauses::add)
        .ask(this::run, question, ShellDeadlines.usual(), keyed);
  }

  private static CommandRun whole(String text) {
    return new CommandRun.Started(
        new AnswerFrame.Whole(text), "", OptionalInt.of(0), OutputIntake.End.CLOSED);
  }

  private static Answer answer(ShellInterview.Result result, HostConnection host) {
    Map<HostConnection, HostAnswer> all = result.each(List.of(host), Optional.of(NOW));
    return ((HostAnswer.Answered) all.get(host)).answer();
  }

  private static HostAnswer.Failed failure(ShellInterview.Result result) {
    return result.failed().orElseThrow();
  }

  private static HostConnection host(String name) {
    return new HostConnection(
        name,
        name,
        new HostWay.Recorded(java.nio.file.Path.of("unused")),
        Optional.empty(),
        false,
        new Place("relay-connections.yaml", 1, 1));
  }
}
