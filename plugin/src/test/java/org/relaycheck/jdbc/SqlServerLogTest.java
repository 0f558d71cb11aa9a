package org.relaycheck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relaycheck.jdbc.Instance.facts;
import static org.relaycheck.jdbc.Instance.rows;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.relaycheck.kind.mailsettings.MailLogQuery;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.LogPeriod;
import org.relaycheck.live.MailLogAnswer;
import org.relaycheck.live.MailLogQuestion;
import org.relaycheck.live.MailLogRow;
import org.relaycheck.standin.tds.Failure;
import org.relaycheck.standin.tds.Login;
import org.relaycheck.standin.tds.Reply;
import org.relaycheck.standin.tds.Request;
import org.relaycheck.standin.tds.Rows;
import org.relaycheck.standin.tds.Scenario;
import org.relaycheck.standin.tds.TdsServer;
import org.relaycheck.state.Place;

/** The mail log, asked through the real driver. */
@Timeout(30)
class SqlServerLogTest {

  private static final LogPeriod WEEK = new LogPeriod.Ago(Duration.ofDays(7));

  private static Rows log() {
    return rows("log", "type", "at", "account", "text");
  }

  @Test
  void rows_come_in_the_order_in_which_they_were_written_with_names_and_numbers_of_mails()
      throws Exception {
    Scenario scenario =
        answers(
            log()
                .row("12", "error", "2026-03-01T06:12:30.123", null, "second")
                .row("11", "warning", "2026-03-01T06:12:00", "3", "first"),
            rows("account", "name").row("3", "Bulk"),
            rows("unseen"),
            rows("mails", "number").row("failed", "4").row("sent", "120"));
    try (TdsServer server = TdsServer.start(scenario)) {

      MailLogAnswer logged = read(server, WEEK);

      MailLogAnswer.Rows read = (MailLogAnswer.Rows) logged;
      assertThat(read.rows())
          .containsExactly(
              new MailLogRow("11", "warning", "2026-03-01T06:12:00", "3", "first"),
              new MailLogRow("12", "error", "2026-03-01T06:12:30.123", "", "second"));
      assertThat(read.rows()).extracting(MailLogRow::delivered).containsExactly(true, false);
      assertThat(read.complete()).isTrue();
      assertThat(read.accounts()).containsEntry("3", "Bulk");
      assertThat(read.mails()).containsEntry("failed", 4L).containsEntry("sent", 120L);
      assertThat(read.unseen()).isEmpty();
    }
  }

  @Test
  void the_question_is_a_constant_and_the_time_is_a_parameter() throws Exception {
    try (TdsServer server = TdsServer.start(answers(log()))) {

      read(server, WEEK);
      read(server, new LogPeriod.Moment(LocalDateTime.parse("2026-03-01T06:00:00")));

      List<Request> asked =
          server.requests().stream().filter(one -> one.sql().contains("@since")).toList();
      assertThat(asked).hasSize(2);
      assertThat(asked.get(0).sql()).isEqualTo(asked.get(1).sql()).doesNotContain("10080", "2026");
      List<Object> ago = new ArrayList<>();
      ago.add(null);
      ago.add(10080);
      List<Object> moment = new ArrayList<>();
      moment.add("2026-03-01T06:00");
      moment.add(null);
      assertThat(asked.get(0).parameters()).isEqualTo(ago);
      assertThat(asked.get(1).parameters()).isEqualTo(moment);
    }
  }

  @Test
  void what_is_older_than_the_most_that_is_read_is_told() throws Exception {
    Rows many = log();
    List<List<Object>> all = new ArrayList<>();
    for (int i = MailLogQuestion.MOST + 1; i > 0; i--) {
      all.add(List.of(String.valueOf(i), "error", "2026-03-01T06:12:30", "", "x"));
    }
    many = new Rows(many.columns(), new ArrayList<>(all));
    try (TdsServer server = TdsServer.start(answers(many))) {

      MailLogAnswer.Rows read = (MailLogAnswer.Rows) read(server, WEEK);

      assertThat(read.complete()).isFalse();
      assertThat(read.rows()).hasSize(MailLogQuestion.MOST);
      assertThat(read.rows().get(0).number()).isEqualTo("2");
      assertThat(MailLogQuery.QUESTION.sql()).contains("TOP (" + (MailLogQuestion.MOST + 1) + ")");
    }
  }

  @Test
  void what_the_login_may_not_see_is_told_with_the_grant() throws Exception {
    Scenario own =
        answers(
            log(),
            rows("unseen").row("only its own mail; GRANT SELECT"),
            rows("unseen").row("LoggingLevel is 1"));
    try (TdsServer server = TdsServer.start(own)) {
      assertThat(((MailLogAnswer.Rows) read(server, WEEK)).unseen())
          .containsExactly("only its own mail; GRANT SELECT", "LoggingLevel is 1");
    }
    try (TdsServer server = TdsServer.start(answers(rows("unread").row("may not; GRANT SELECT")))) {
      assertThat(((MailLogAnswer.Unread) read(server, WEEK)).why())
          .isEqualTo("may not; GRANT SELECT");
    }
  }

  @Test
  void a_server_that_says_nothing_of_its_log_is_not_one_without_failures() throws Exception {
    try (TdsServer server = TdsServer.start(answers())) {
      assertThat(read(server, WEEK))
          .isInstanceOfSatisfying(
              MailLogAnswer.Unread.class,
              unread -> assertThat(unread.why()).contains("did not answer"));
    }
  }

  @Test
  void a_refused_login_and_another_server_are_told() throws Exception {
    Scenario refused = Scenario.empty().onLogin(Failure.loginFailed("relay_reader"));
    try (TdsServer server = TdsServer.start(refused)) {
      assertThat(((MailLogAnswer.Unread) read(server, WEEK)).why())
          .contains("the login is refused");
    }
    Scenario other = Scenario.empty().on("SET NOCOUNT ON", facts("SQL99"), log());
    try (TdsServer server = TdsServer.start(other)) {
      assertThat(((MailLogAnswer.Unread) read(server, WEEK)).why())
          .contains("the server SQL99, not");
    }
  }

  @Test
  void an_error_within_the_answer_is_told() throws Exception {
    Scenario broken =
        answers(log(), new Failure(1222, 51, 16, "Lock request time out period exceeded."));
    try (TdsServer server = TdsServer.start(broken)) {
      assertThat(((MailLogAnswer.Unread) read(server, WEEK)).why())
          .contains("msdb was locked by others");
    }
  }

  @Test
  void a_record_has_no_log() throws Exception {
    HostConnection recorded =
        new HostConnection(
            "SQL01",
            "SQL01",
            new HostWay.Recorded(Path.of("SQL01.xml")),
            Optional.empty(),
            false,
            new Place("relay-connections.yaml", 1, 1));

    try (SqlServerSource source = Instance.source()) {
      MailLogAnswer logged = new SqlServerLog(source, MailLogQuery.QUESTION).read(recorded, WEEK);

      assertThat(((MailLogAnswer.Unread) logged).fix()).contains("-Drelay.log=FILE");
    }
  }

  @Test
  void the_question_only_reads_and_needs_nothing_newer_than_2008_r2() {
    String bare = Pattern.compile("N'(?:[^']|'')*'").matcher(sql()).replaceAll("N");

    assertThat(bare)
        .doesNotContainPattern(
            "(?i)\\b(?:insert|update|delete|merge|exec|execute|alter|create|drop|into|waitfor|kill"
                + "|send|receive|concat|iif|string_agg|try_convert|throw|offset|trim)\\b")
        .containsOnlyOnce("SET @since")
        .doesNotContain("'", "sysmail_server");
    assertThat(sql().chars()).allMatch(unit -> unit == '\n' || (unit >= ' ' && unit < 127));
    assertThat(sql().chars().filter(unit -> unit == '?').count()).isEqualTo(2);
  }

  private static String sql() {
    return MailLogQuery.QUESTION.sql();
  }

  private static Scenario answers(Reply... replies) {
    return Instance.answers(replies);
  }

  private static MailLogAnswer read(TdsServer server, LogPeriod since) throws Exception {
    try (SqlServerSource source = Instance.source()) {
      MailLogAnswer logged =
          new SqlServerLog(source, MailLogQuery.QUESTION)
              .read(Instance.connection(Instance.way(server)), since);
      assertThat(server.logins()).extracting(Login::user).containsOnly("relay_reader");
      return logged;
    }
  }
}
