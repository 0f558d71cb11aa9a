package org.relaycheck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.relaycheck.jdbc.Instance.rows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Finding;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.goal.check.Check;
import org.relaycheck.goal.record.Recording;
import org.relaycheck.live.AnswerSource;
import org.relaycheck.live.SqlQuestion;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.record.RecordSource;
import org.relaycheck.record.RecordWriter;
import org.relaycheck.report.CheckRun;
import org.relaycheck.standin.tds.Reply;
import org.relaycheck.standin.tds.Scenario;
import org.relaycheck.standin.tds.TdsServer;

/** The same Database Mail, asked and read from a record: the findings are the same. */
@Timeout(60)
class SameStateTest {

  private static final String POLICY =
      """
      version: 1
      mailAccounts:
        Bulk: {hosts: SQL01, port: 587, timeout: {atLeast: 120}, auth: anonymous}
        Gone: {hosts: SQL01}
      mailSettings:
        Database Mail: {hosts: SQL01, MaxFileSize: {atMost: 500000}, LoggingLevel: Normal}
      unlisted: {mailAccounts: warning, mailProfiles: warning}
      """;

  @TempDir private Path folder;

  @Test
  void a_live_answer_and_a_record_of_it_are_one() throws Exception {
    CheckRun live;
    CheckRun later;
    try (TdsServer server = TdsServer.start(mail());
        SqlServerSource source =
            Instance.source(ResourceKinds.sqlQuestions().toArray(SqlQuestion[]::new))) {
      live = new Check(ports(source)).run(request(connections(server.port())));
      later = recordedThenChecked(source, connections(server.port()));
      assertThat(live.drift().coverage().notes()).allMatch(note -> note.startsWith("rule"));
      assertThat(server.logins()).hasSize(2);
    }

    assertThat(live.drift().findings())
        .extracting(
            finding -> finding.verdict() + " " + finding.subject().address().name(),
            finding -> finding.subject().settingName())
        .containsExactly(
            tuple("DRIFTED Bulk", "port"),
            tuple("MISSING Gone", ""),
            tuple("UNEXPECTED Night", ""),
            tuple("BROKEN Night", ""),
            tuple("UNEXPECTED Alerts", ""),
            tuple("DRIFTED Database Mail", "LoggingLevel"),
            tuple("UNCLEAR Database Mail", "MaxFileSize"));
    assertThat(told(later)).isEqualTo(told(live));
  }

  private CheckRun recordedThenChecked(AnswerSource source, Path connections) throws Exception {
    Recording.Result result =
        new Recording(ports(source), new RecordWriter()).run(request(connections), folder);
    Path kept = result.connections();
    return new Check(ports(new RecordSource(ResourceKinds.receiveConnectors()))).run(request(kept));
  }

  private static Scenario mail() {
    List<Reply> replies = new ArrayList<>();
    for (SqlQuestion question : ResourceKinds.sqlQuestions()) {
      replies.add(Instance.question(question));
      replies.addAll(
          switch (question.kind()) {
            case "mailAccounts" -> accounts();
            case "mailSettings" -> settings();
            default -> List.of(rows("resource", "description").row("Alerts", "\u2019tis"));
          });
    }
    return Instance.answers(replies.toArray(Reply[]::new));
  }

  private static List<Reply> accounts() {
    return List.of(
        rows(
                "resource",
                "changed by",
                "changed at",
                "port",
                "timeout",
                "use_default_credentials",
                "username",
                "credential",
                "description")
            .row("Night", "sa", "2026-02-03T04:05:06", "25", null, "1", null, "false", "{}")
            .row("Bulk", "sa", "2026-02-03T04:05:06", "25", "120", "0", null, "false", null),
        rows("list", "profiles").row("Bulk", "Alerts"));
  }

  private static List<Reply> settings() {
    return List.of(
        rows("resource", "changed by", "changed at").row("Database Mail", "sa", null),
        rows("setting of", "setting", "value", "unread")
            .row("Database Mail", "LoggingLevel", "2", null)
            .row("Database Mail", "MaxFileSize", null, "no right; GRANT"));
  }

  private Path connections(int port) throws Exception {
    return Files.writeString(
        folder.resolve("relay-connections.yaml"),
        "hosts:\n  SQL01: {sqlserver: localhost, port: "
            + port
            + ", credentials: sql-reader, properties: {encrypt: optional}}\n");
  }

  private GoalRequest request(Path connections) throws Exception {
    Path policy = Files.writeString(folder.resolve("relay-policy.yaml"), POLICY);
    return new GoalRequest(
        new GoalRequest.Paths(List.of(policy), connections),
        List.of(),
        FailOn.ERROR,
        1,
        Instance.NOW);
  }

  private static GoalPorts ports(AnswerSource source) {
    return new GoalPorts(source, SurveyProgress.silent(), "1");
  }

  private static List<String> told(CheckRun run) {
    return run.drift().findings().stream().map(SameStateTest::told).toList();
  }

  private static String told(Finding finding) {
    return finding.verdict()
        + "  "
        + finding.subject().address().kind()
        + "  "
        + finding.subject()
        + "  "
        + finding.difference().desired()
        + "  "
        + finding.difference().observed()
        + "  "
        + finding.difference().fix()
        + "  "
        + finding.reasons()
        + "  "
        + finding.trail();
  }
}
