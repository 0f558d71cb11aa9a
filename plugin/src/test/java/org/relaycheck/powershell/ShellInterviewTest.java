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
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.state.Place;
import org.relaycheck.value.Raw;

class ShellInterviewTest {
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

  @Test
  void a_connector_arrives_with_everything_told_of_it() {
    runs.add(whole(CannedAnswer.connector()));

    Answer answer = answer(ask(QUESTION, false), host("EX01"));

    AnswerItem item = answer.items().get(0);
    assertThat(answer.complete()).isNotEmpty();
    assertThat(answer.at()).contains(NOW);
    assertThat(answer.facts())
        .containsEntry("ExchangeVersion", "Version 15.2 (Build 1118.7)")
        .containsEntry("DomainController", "dc1.corp.example");
    assertThat(item.name()).isEqualTo("SQL Relay");
    assertThat(item.server()).contains("EX01");
    assertThat(item.change().at()).contains("2026-11-20T08:00:00Z");
    assertThat(item.values())
        .containsEntry("TarpitInterval", new Raw.Text("00:00:05"))
        .containsEntry("Banner", new Raw.Empty())
        .containsEntry("RemoteIPRanges", new Raw.Items(List.of("192.0.2.0/24", "198.51.100.7")))
        .containsEntry("InheritedRights", new Raw.Unread("not permitted"));
  }

  @Test
  void a_young_change_may_not_have_replicated() {
    runs.add(
        whole(
            CannedAnswer.connector()
                .replace(
                    CannedAnswer.b64("2026-11-20T08:00:00"),
                    CannedAnswer.b64("2026-11-24T07:46:00"))));

    Answer answer = answer(ask(QUESTION, false), host("EX01"));

    assertThat(answer.items().get(0).change().at())
        .contains("2026-11-24T07:46:00Z, may not have replicated");
  }

  @Test
  void two_domain_controllers_in_one_run_are_told() {
    runs.add(
        whole(
            CannedAnswer.connector()
                .replace(
                    CannedAnswer.b64("dc1.corp.example"),
                    CannedAnswer.b64("dc1.corp.example, dc2.corp.example"))));

    Answer answer = answer(ask(QUESTION, false), host("EX01"));

    assertThat(answer.facts().get("DomainController"))
        .isEqualTo(
            "dc1.corp.example, dc2.corp.example: more than one answered, so parts of this may be of"
                + " different age; name one as 'domainController' of the powershell entry");
  }

  @Test
  void the_hosts_of_a_shell_share_one_answer() {
    runs.add(
        whole(
            CannedAnswer.connector()
                + "I\treceiveConnectors\t"
                + CannedAnswer.b64("ex02")
                + "\t"
                + CannedAnswer.b64("Other")
                + "\t\n"));

    ShellInterview.Result result = ask(QUESTION, false);

    assertThat(sent).hasSize(1);
    assertThat(answer(result, host("EX01")).items())
        .extracting(AnswerItem::name)
        .containsExactly("SQL Relay");
    assertThat(answer(result, host("EX02")).items())
        .extracting(AnswerItem::name)
        .containsExactly("Other");
    assertThat(answer(result, host("EX03")).items()).hasSize(2);
  }

  @Test
  void every_run_has_a_nonce_of_its_own() {
    ShellInterview interview = new ShellInterview();
    Shell shell = this::run;
    runs.add(whole(""));
    runs.add(whole(""));

    interview.ask(shell, QUESTION, ShellDeadlines.usual(), false);
    interview.ask(shell, QUESTION, ShellDeadlines.usual(), false);

    assertThat(sent)
        .extracting(InputPayload::nonce)
        .doesNotHaveDuplicates()
        .allMatch(n -> n.matches("[0-9a-f]{32}"));
  }

  @Test
  void the_password_for_the_endpoint_goes_its_own_way() {
    runs.add(whole(CannedAnswer.connector()));
    ShellQuestion question =
        new ShellQuestion(
            Optional.empty(),
            Optional.of("dc1.corp.example"),
            List.of("EX01"),
            Optional.of(new ShellQuestion.EndpointLogin("CORP\\reader", "geheim")),
            Duration.ofSeconds(60));

    ask(question, true);

    assertThat(sent.get(0).secret()).contains("geheim");
    assertThat(sent.get(0).parameters())
        .isEqualTo(
            "domainController=dc1.corp.example\nuser=CORP\\reader\nserver=EX01\npatience=60\n"
                + EchoEncoding.PARAMETER);
    assertThat(question.toString()).doesNotContain("geheim");
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
