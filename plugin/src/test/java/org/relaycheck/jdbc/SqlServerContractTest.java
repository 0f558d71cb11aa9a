package org.relaycheck.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.compare.ComparisonResult;
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Outcome;
import org.relaycheck.connections.ConnectionsReader;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.goal.check.Check;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerSource;
import org.relaycheck.live.Credentials;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.LoginAccount;
import org.relaycheck.live.LoginGate;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.record.RecordSource;
import org.relaycheck.record.RecordWriter;
import org.relaycheck.report.CheckRun;

/**
 * What only a real SQL Server can tell: that it takes the questions, and means by them what we
 * mean. The two accounts and the profile that it makes have names of their own and are deleted.
 */
@TestInstance(Lifecycle.PER_CLASS)
@EnabledIfEnvironmentVariable(
    named = "RELAY_SQLSERVER_URL",
    matches = ".+",
    disabledReason =
        "set RELAY_SQLSERVER_URL, _USER and _PASSWORD to run it against a SQL Server of your own")
class SqlServerContractTest {

  private final ContractServer server = ContractServer.ofEnvironment();
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String first = "relay contract Zulu " + mark;
  private final String second = "relay contract Alpha " + mark;
  private final String profile = "relay contract 'profile' " + mark;

  @TempDir Path folder;

  @BeforeAll
  void make_accounts_and_a_profile() throws SQLException {
    for (String account : List.of(first, second)) {
      server.run(
          "sysmail_add_account_sp",
          "account_name",
          account,
          "email_address",
          "contract@example.com",
          "description",
          "made by a test",
          "mailserver_name",
          "relay.example.com",
          "port",
          2525);
    }
    server.run(
        "sysmail_update_account_sp",
        "account_name",
        first,
        "timeout",
        120,
        "no_credential_change",
        1);
    server.run("sysmail_add_profile_sp", "profile_name", profile, "description", "made by a test");
    link(first, 5);
    link(second, 9);
    server.run(
        "sysmail_add_principalprofile_sp",
        "profile_name",
        profile,
        "principal_name",
        "public",
        "is_default",
        0);
  }

  private void link(String account, int number) throws SQLException {
    server.run(
        "sysmail_add_profileaccount_sp",
        "profile_name",
        profile,
        "account_name",
        account,
        "sequence_number",
        number);
  }

  /** Whatever was made goes, whether or not all of it was. */
  @AfterAll
  void delete_them() throws SQLException {
    SQLException failed = new SQLException("not everything was deleted that is called " + mark);
    delete("sysmail_delete_profile_sp", "profile_name", profile, failed);
    delete("sysmail_delete_account_sp", "account_name", first, failed);
    delete("sysmail_delete_account_sp", "account_name", second, failed);
    if (failed.getSuppressed().length > 0) {
      throw failed;
    }
  }

  private void delete(String procedure, String parameter, String name, SQLException failed) {
    try {
      server.run(procedure, parameter, name);
    } catch (SQLException one) {
      failed.addSuppressed(one);
    }
  }

  @Test
  void every_question_is_answered() throws Exception {
    Answer answer = answer();

    assertThat(answer.unreadKinds()).isEmpty();
    assertThat(answer.facts())
        .containsKeys("ProductVersion", "Edition", "ServerName", "Node")
        .containsEntry("AvailabilityGroups", "shown");
    assertThat(answer.items())
        .extracting(item -> item.name())
        .contains(first, second, profile, "Database Mail");
  }

  @Test
  void a_policy_of_what_was_made_is_clean() throws Exception {
    assertClean(check(server.host(), policy("port: 2525")));
  }

  @Test
  void a_difference_is_found_with_who_made_it() throws Exception {
    ComparisonResult drift = check(server.host(), policy("port: 25")).drift();

    assertThat(drift.findings()).hasSize(1);
    assertThat(drift.findings().get(0).toString()).contains("2525");
  }

  @Test
  void what_is_recorded_is_as_clean() throws Exception {
    Files.writeString(folder.resolve("SQL.xml"), new RecordWriter().text("SQL", answer()));

    assertClean(check("{recorded: SQL.xml}", policy("port: 2525")));
  }

  @Test
  void what_the_shipped_select_records_is_as_clean() throws Exception {
    try (InputStream select =
        getClass().getResourceAsStream("/META-INF/relay/record-database-mail.sql")) {
      String xml = server.text(new String(select.readAllBytes(), UTF_8));
      Files.writeString(folder.resolve("SQL.xml"), xml);
      assertThat(xml).contains("<fact name=\"AvailabilityGroups\">shown</fact>");
    }
    String name = server.text("SELECT CONVERT(nvarchar(256), SERVERPROPERTY(N'ServerName'))");
    String host = "{recorded: SQL.xml, server: '" + name + "'}";

    assertClean(check(host, policy("port: 2525")));
  }

  private static void assertClean(CheckRun run) {
    assertThat(run.outcome()).as("%s", run).isEqualTo(Outcome.CLEAN);
  }

  private String policy(String port) {
    return """
    version: 1
    mailAccounts:
      '%1$s': {hosts: SQL, email_address: contract@example.com, display_name: null, %4$s,
               description: made by a test, mailserver_name: relay.example.com, timeout: 120,
               enable_ssl: false, auth: anonymous}
      '%2$s': {hosts: SQL, timeout: null, use_default_credentials: false}
    mailProfiles:
      '%3$s': {hosts: SQL, description: made by a test, accounts: ['%1$s', '%2$s'], grants: public,
               default_for: null}
    mailSettings:
      Database Mail: {hosts: SQL, MaxFileSize: {atLeast: 0}, AccountRetryDelay: {atLeast: 1},
                      LoggingLevel: {oneOf: [Normal, Extended, Verbose]},
                      DatabaseMailXPs: {oneOf: [true, false]}, broker: {oneOf: [true, false]},
                      queue: {oneOf: [STARTED, STOPPED]}, activation: {oneOf: [true, false]}}
    """
        .formatted(first, second, profile.replace("'", "''"), port);
  }

  private CheckRun check(String host, String policy) throws Exception {
    Files.writeString(folder.resolve("policy.yaml"), policy);
    Path connections = connections(host);
    try (SqlServerSource live = source()) {
      RecordSource records = new RecordSource(ResourceKinds.receiveConnectors());
      AnswerSource both =
          one -> one.way() instanceof HostWay.Recorded ? records.ask(one) : live.ask(one);
      return new Check(new GoalPorts(both, SurveyProgress.silent(), "contract"))
          .run(
              new GoalRequest(
                  new GoalRequest.Paths(List.of(folder.resolve("policy.yaml")), connections),
                  List.of(),
                  FailOn.ERROR,
                  1,
                  Instant.now()));
    }
  }

  private Answer answer() throws Exception {
    HostConnection host =
        new ConnectionsReader().read(connections(server.host())).hosts().get("SQL");
    try (SqlServerSource live = source()) {
      return ((HostAnswer.Answered) live.ask(host)).answer();
    }
  }

  private Path connections(String host) throws Exception {
    return Files.writeString(
        folder.resolve("relay-connections.yaml"), "hosts: {SQL: " + host + "}\n");
  }

  private SqlServerSource source() {
    LoginAccount account =
        new LoginAccount(
            Optional.of(server.user()),
            Optional.of(server.password()),
            Optional.empty(),
            Optional.empty());
    Credentials credentials = id -> Optional.of(account);
    return new SqlServerSource(
        ResourceKinds.sqlQuestions(), credentials, new LoginGate(), InstantSource.system());
  }
}
