package org.relaycheck.goal.explain;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.explain.log.LogFindings;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.live.AnswerSource;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.LogPeriod;
import org.relaycheck.live.MailLog;
import org.relaycheck.live.MailLogAnswer;
import org.relaycheck.live.MailLogRow;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.record.RecordSource;
import org.relaycheck.report.text.ConsoleLine;

/** What explain can be asked, and what it says when it is asked wrongly. */
class ExplainQuestionsTest {

  private static final String RELAY = "550 5.7.1 Unable to relay";

  @TempDir private Path folder;

  private final List<LogPeriod> asked = new ArrayList<>();

  @Test
  void a_log_of_any_program_of_windows_is_read() throws Exception {
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      byte[] marked = ("\uFEFFZeit\u00FCberschreitung\r\n" + RELAY + "\r\n").getBytes(charset);
      Files.write(folder.resolve("mail.log"), marked);

      assertThat(log("mail.log")).as(charset.name()).contains("relay-denied", "mail.log:2");
    }
  }

  @Test
  void a_log_without_a_mark_is_utf_8_and_bytes_that_are_not_do_no_harm() throws Exception {
    byte[] latin = ("Zeit\u00FCberschreitung\n" + RELAY).getBytes(StandardCharsets.ISO_8859_1);
    Files.write(folder.resolve("mail.log"), latin);

    assertThat(log("mail.log")).contains("relay-denied", "mail.log:2");
  }

  @Test
  void an_empty_log_says_nothing() throws Exception {
    Files.write(folder.resolve("mail.log"), new byte[0]);

    assertThat(log("mail.log"))
        .contains("No log was read: ", "mail.log is empty.", "0 lines")
        .doesNotContain("Nothing in it is among");
  }

  @Test
  void what_is_no_text_or_no_file_is_refused() throws Exception {
    Files.write(folder.resolve("event.evtx"), new byte[] {'E', 'l', 'f', 0, 0, 1, 2, 3});

    assertThatThrownBy(() -> log("event.evtx"))
        .hasMessageEndingWith("is not a text file; save it as text, such as UTF-8");
    assertThatThrownBy(() -> log(".")).hasMessageEndingWith("is a folder; name one file in it");
    assertThatThrownBy(() -> log("none.log")).hasMessageContaining("there is no such file");
  }

  @Test
  void a_long_log_is_read_to_its_end_and_told_of_meanwhile() throws Exception {
    int lines = 1_000_001;
    try (var out = Files.newBufferedWriter(folder.resolve("long.log"))) {
      for (int i = 1; i < lines; i++) {
        out.write("250 OK\n");
      }
      out.write(RELAY + "\n");
    }
    List<String> progress = new ArrayList<>();
    LogFindings told = new LogFindings();

    int read = new SavedLogFile(folder.resolve("long.log")).read(told, progress::add);

    assertThat(read).isEqualTo(lines);
    assertThat(progress)
        .containsExactly(
            folder.resolve("long.log") + ": 500000 lines read so far",
            folder.resolve("long.log") + ": 1000000 lines read so far");
    assertThat(told.entries()).isEqualTo(1);
  }

  @Test
  void a_log_that_is_too_large_is_refused_unread() throws Exception {
    Path large = folder.resolve("large.log");
    try (var out = FileChannel.open(large, CREATE, WRITE)) {
      out.position((64L << 20)).write(ByteBuffer.wrap(new byte[] {'x'}));
    }

    assertThatThrownBy(() -> log("large.log"))
        .hasMessageEndingWith("is larger than 64 MB; keep only the hours that matter");
  }

  @Test
  void the_mail_logs_of_the_sql_servers_are_told_by_day_account_and_cause() throws Exception {
    connections(
        "EX01: {recorded: EX01.xml}",
        "SQL01: {sqlserver: a.example, credentials: c}",
        "SQL02: {sqlserver: b.example, credentials: c}");
    MailLogAnswer rows =
        new MailLogAnswer.Rows(
            List.of(
                new MailLogRow("7", "warning", "2026-11-20T06:00:01", "3", failure(3, 20, RELAY)),
                new MailLogRow(
                    "8",
                    "error",
                    "2026-11-21T06:00:01",
                    "",
                    failure(3, 21, RELAY) + failure(4, 21, "The operation has timed out")),
                new MailLogRow(
                    "9",
                    "information",
                    "2026-11-21T07:00:00",
                    "",
                    "DatabaseMail process is started")),
            false,
            Map.of("3", "Bulk"),
            Map.of("failed", 1L, "sent", 20L),
            List.of("LoggingLevel is 1"));
    MailLogAnswer none = new MailLogAnswer.Unread("the login is refused", "correct it");

    String said = since("7d", Map.of("SQL01", rows, "SQL02", none));

    assertThat(asked)
        .containsExactly(
            new LogPeriod.Ago(Duration.ofDays(7)), new LogPeriod.Ago(Duration.ofDays(7)));
    assertThat(said)
        .containsPattern("2026-11-20 +SQL01\\\\Bulk +relay-denied +1 +delivered later")
        .containsPattern("2026-11-21 +SQL01\\\\4 +timeout +1\n")
        .containsPattern("2026-11-21 +SQL01\\\\Bulk +relay-denied +1\n")
        .contains("SQL01 log 7, SQL01 log 8")
        .contains("SQL01: 3 rows of its mail log; mails: failed=1, sent=20")
        .contains("SQL01: rows before the last 5000; state a later relay.since")
        .contains("SQL01: LoggingLevel is 1")
        .contains("SQL02: the login is refused; correct it")
        .doesNotContainPattern("2026-11-21 +process-lifecycle");
  }

  @Test
  void where_no_row_was_read_that_is_said_first() throws Exception {
    connections("SQL01: {sqlserver: a.example, credentials: c}");
    MailLogAnswer empty = new MailLogAnswer.Rows(List.of(), true, Map.of(), Map.of(), List.of());

    assertThat(since("7d", Map.of("SQL01", empty)))
        .contains("No log was read: the mail logs that could be read have no row of that time")
        .doesNotContain("Nothing in it is among");
    assertThat(since("7d", Map.of()))
        .contains("No log was read: no mail log could be read")
        .contains("SQL01: down; start it")
        .doesNotContain("Nothing in it is among");
  }

  @Test
  void only_the_hosts_that_are_named_are_asked() throws Exception {
    connections(
        "SQL01: {sqlserver: a.example, credentials: c}",
        "SQL02: {sqlserver: b.example, credentials: c}");

    String said = since("2026-11-01", Map.of(), "sql02");

    assertThat(asked).hasSize(1);
    assertThat(said).contains("SQL02: ").doesNotContain("SQL01");
  }

  @Test
  void a_time_that_is_none_and_a_host_that_is_none_are_refused() throws Exception {
    connections("SQL01: {sqlserver: a.example, credentials: c}");

    assertThatThrownBy(() -> since("a week", Map.of()))
        .hasMessage(
            "relay.since: 'a week' is not a time such as 7d, 12h, 2026-11-01 or 2026-11-01T06:00");
    assertThatThrownBy(() -> since("7d", Map.of(), "SQL09"))
        .hasMessageContaining("relay.hosts names 'SQL09'");
    Files.delete(folder.resolve("relay-connections.yaml"));
    assertThatThrownBy(() -> since("7d", Map.of())).hasMessageContaining("there is no such file");
  }

  @Test
  void for_a_setting_nobody_is_logged_in_to() throws Exception {
    connections(
        "EX01: {powershell: {ssh: a.example, credentials: c}}",
        "EX02: {recorded: EX02.xml, maxAge: never}");
    Files.writeString(
        folder.resolve("relay-policy.yaml"),
        "version: 1\nreceiveConnectors: {Relay: {hosts: [EX01, EX02], Enabled: true}}\n");
    List<String> hosts = new ArrayList<>();

    explain(source(hosts), MailLog.none()).run(ExplainTest.request(folder), puzzle("Enabled"));

    assertThat(hosts).containsExactly("EX02");
  }

  @Test
  void for_a_symptom_the_hosts_that_the_policy_needs_are_asked() throws Exception {
    connections(
        "EX01: {powershell: {ssh: a.example, credentials: c}}",
        "EX02: {recorded: EX02.xml, maxAge: never}");
    Files.writeString(
        folder.resolve("relay-policy.yaml"),
        "version: 1\nreceiveConnectors: {Relay: {hosts: EX01, Enabled: true}}\n");
    List<String> hosts = new ArrayList<>();
    ExplainQuestion relay =
        new ExplainQuestion(List.of(), Optional.of(RELAY), Optional.empty(), Optional.empty());

    explain(source(hosts), MailLog.none()).run(ExplainTest.request(folder), relay);

    assertThat(hosts).containsExactly("EX01");
  }

  private static AnswerSource source(List<String> hosts) {
    return connection -> {
      hosts.add(connection.host());
      return connection.way() instanceof HostWay.Recorded
          ? new RecordSource(ResourceKinds.receiveConnectors()).ask(connection)
          : new HostAnswer.Failed("not here", "nothing");
    };
  }

  private static String failure(int account, int day, String what) {
    return ("The mail could not be sent to the recipients because of the mail server failure."
            + " (Sending Mail using Account %d (2026-11-%dT06:00:00). Exception Message: Cannot"
            + " send mails to mail server. (%s). )")
        .formatted(account, day, what);
  }

  private void connections(String... hosts) throws IOException {
    Files.writeString(
        folder.resolve("relay-connections.yaml"),
        Arrays.stream(hosts).collect(Collectors.joining("\n  ", "hosts:\n  ", "\n")));
  }

  private static ExplainQuestion puzzle(String setting) {
    return new ExplainQuestion(
        List.of(setting), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private String log(String name) throws Exception {
    ExplainQuestion puzzle =
        new ExplainQuestion(
            List.of(), Optional.empty(), Optional.of(folder.resolve(name)), Optional.empty());
    return text(
        explain(source(new ArrayList<>()), MailLog.none()), ExplainTest.request(folder), puzzle);
  }

  private String since(String time, Map<String, MailLogAnswer> logs, String... hosts)
      throws Exception {
    MailLog log =
        (connection, since) -> {
          synchronized (asked) {
            asked.add(since);
          }
          return logs.getOrDefault(connection.host(), new MailLogAnswer.Unread("down", "start it"));
        };
    GoalRequest all = ExplainTest.request(folder);
    GoalRequest request = new GoalRequest(all.paths(), List.of(hosts), all.failOn(), 1, all.now());
    ExplainQuestion puzzle =
        new ExplainQuestion(List.of(), Optional.empty(), Optional.empty(), Optional.of(time));
    return text(explain(source(new ArrayList<>()), log), request, puzzle);
  }

  private static Explain explain(AnswerSource source, MailLog log) {
    return new Explain(new GoalPorts(source, log, SurveyProgress.silent(), "1.0.0"), line -> {});
  }

  /** Without the breaks of long lines. */
  private static String text(Explain explain, GoalRequest request, ExplainQuestion puzzle)
      throws Exception {
    return explain.run(request, puzzle).page().lines().stream()
        .map(ConsoleLine::text)
        .collect(Collectors.joining("\n", "", "\n"))
        .replaceAll("\n    ", " ");
  }
}
