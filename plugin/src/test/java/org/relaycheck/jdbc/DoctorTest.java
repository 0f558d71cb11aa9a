package org.relaycheck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relaycheck.jdbc.Instance.rows;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.compare.FailOn;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.goal.doctor.Doctor;
import org.relaycheck.goal.doctor.ExaminationStep;
import org.relaycheck.goal.doctor.WayExamination;
import org.relaycheck.goal.doctor.WayExaminations;
import org.relaycheck.live.Credentials;
import org.relaycheck.live.LoginAccount;
import org.relaycheck.live.SqlQuestion;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.standin.tds.Encryption;
import org.relaycheck.standin.tds.Failure;
import org.relaycheck.standin.tds.Reply;
import org.relaycheck.standin.tds.Rows;
import org.relaycheck.standin.tds.Scenario;
import org.relaycheck.standin.tds.TdsServer;
import org.relaycheck.standin.tds.TestCertificate;

/** SQL Servers that are examined: each step fails in turn, and the report says how far it came. */
@Timeout(60)
class DoctorTest {

  private static final Credentials READER =
      id ->
          id.equals("sql-reader")
              ? Optional.of(
                  new LoginAccount(
                      Optional.of("relay_reader"),
                      Optional.of(Instance.PASSWORD),
                      Optional.empty(),
                      Optional.empty()))
              : Optional.empty();

  @TempDir private Path folder;

  @Test
  void a_server_that_can_be_read_says_who_it_is_and_which_rights_are_missing() throws Exception {
    Rows facts =
        Instance.facts(
            "SQL01",
            "ProductVersion",
            "15.0.4430.1",
            "Edition",
            "Standard Edition (64-bit)",
            "Read",
            "2026-03-01T10:00:07Z");
    Rows accounts =
        rows("resource", "use_default_credentials", "username", "unread credential")
            .row("Bulk", "0", null, "this login may not see it; GRANT VIEW ANY DEFINITION")
            .row("Night", "0", null, "this login may not see it; GRANT VIEW ANY DEFINITION");
    try (TdsServer server = TdsServer.start(all(facts, accounts))) {

      WayExaminations all = examine(server.port(), "");

      assertThat(text(all))
          .isEqualTo(
              String.join(
                  "\n",
                  "ERROR SQL01: SQL Server localhost",
                  "INFO   ok           credentials  sql-reader is in settings.xml",
                  "INFO   ok           name         localhost",
                  "INFO   ok           port         " + server.port(),
                  "INFO   ok           encryption   optional: questions and answers may go"
                      + " unencrypted",
                  "INFO   ok           login        logged in, auth sql",
                  "INFO   ok           clock        in sync",
                  "INFO   ok           server       SQL01, 15.0.4430.1, Standard Edition (64-bit)",
                  "INFO   ok           rights       mailAccounts 2, mailProfiles 0",
                  "ERROR   failed       rights       mailSettings: this login may not read it;"
                      + " GRANT"
                      + " SELECT",
                  "ERROR                             give the account the right, or state"
                      + " nothing in"
                      + " the policy that needs it",
                  "WARN   partly       rights       not readable: mailAccounts"
                      + " credential: this login may not see it; GRANT VIEW ANY DEFINITION",
                  "WARN                             give the account the right, or state nothing in"
                      + " the policy that needs it"));
    }
  }

  @Test
  void a_clock_that_is_wrong_is_told() throws Exception {
    Rows facts = Instance.facts("SQL01", "Read", "2026-03-01T09:52:00Z");
    try (TdsServer server = TdsServer.start(all(facts, rows("resource", "port")))) {

      assertThat(text(examine(server.port(), "")))
          .contains("partly       clock        8 min behind");
    }
  }

  @Test
  void without_an_account_nothing_is_tried() throws Exception {
    ends(examine(1, ", credentials: nobody"), "credentials", 0);
  }

  @Test
  void a_name_that_nobody_has_is_the_second_step() throws Exception {
    ends(examine("no-such-host.invalid", 1, ", credentials: sql-reader"), "name", 1);
  }

  @Test
  void a_closed_port_is_the_third_step() throws Exception {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }

    ends(examine(port, ""), "port", 2);
  }

  @Test
  void a_certificate_that_nobody_trusts_is_the_fourth_step() throws Exception {
    TestCertificate certificate = TestCertificate.create(folder, "localhost");
    try (TdsServer server =
        TdsServer.start(Encryption.ON, certificate, all(Instance.facts("SQL01"), rows("unread")))) {

      ends(examine("localhost", server.port(), ", credentials: sql-reader"), "encryption", 3);
      assertThat(server.logins()).isEmpty();
    }
  }

  @Test
  void a_refused_login_is_the_fifth_step() throws Exception {
    try (TdsServer server =
        TdsServer.start(Scenario.empty().onLogin(Failure.loginFailed("relay_reader")))) {

      WayExaminations all = examine(server.port(), "");

      ends(all, "login", 4);
      assertThat(server.logins()).hasSize(1);
      assertThat(text(all)).doesNotContain(Instance.PASSWORD);
    }
  }

  @Test
  void a_server_that_nobody_meant_is_told_after_the_login() throws Exception {
    try (TdsServer server = TdsServer.start(all(Instance.facts("SQL02"), rows("resource")))) {

      WayExaminations all = examine(server.port(), "");

      WayExamination one = all.all().get(0);
      assertThat(one.hosts().get("SQL01").get(0).title()).isEqualTo("server");
      assertThat(all.trouble().orElseThrow())
          .contains("it is the server SQL02, not SQL01")
          .contains("server: SQL02");
    }
  }

  /** The steps before are ok, the step failed with something to do, and the others wait. */
  private static void ends(WayExaminations all, String title, int before) {
    WayExamination one = all.all().get(0);
    List<ExaminationStep> steps = new ArrayList<>(one.way());
    one.hosts().values().forEach(steps::addAll);
    assertThat(steps.subList(0, before))
        .extracting(ExaminationStep::health)
        .allMatch(ExaminationStep.Health.OK::equals);
    ExaminationStep failed = steps.get(before);
    assertThat(failed.title()).isEqualTo(title);
    assertThat(failed.health()).isEqualTo(ExaminationStep.Health.FAILED);
    assertThat(failed.todo()).isNotBlank();
    assertThat(steps.subList(before + 1, steps.size()))
        .extracting(ExaminationStep::health)
        .allMatch(ExaminationStep.Health.NOT_REACHED::equals);
  }

  private static Scenario all(Rows facts, Rows accounts) {
    List<Reply> replies = new ArrayList<>(List.of(facts));
    for (SqlQuestion question : ResourceKinds.sqlQuestions()) {
      replies.add(Instance.question(question));
      replies.add(
          switch (question.kind()) {
            case "mailAccounts" -> accounts;
            case "mailSettings" -> rows("unread").row("this login may not read it; GRANT SELECT");
            default -> rows("resource");
          });
    }
    return Scenario.empty().on("SET NOCOUNT ON", replies.toArray(Reply[]::new));
  }

  private WayExaminations examine(int port, String more) throws Exception {
    String credentials = more.contains("credentials") ? "" : ", credentials: sql-reader";
    return examine("localhost", port, more + credentials + ", properties: {encrypt: optional}");
  }

  private WayExaminations examine(String address, int port, String more) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("relay-connections.yaml"),
            "hosts:\n  SQL01: {sqlserver: " + address + ", port: " + port + more + "}\n");
    try (SqlServerSource source =
        Instance.source(READER, ResourceKinds.sqlQuestions().toArray(SqlQuestion[]::new))) {
      GoalPorts ports = new GoalPorts(source, SurveyProgress.silent(), "1");
      return new Doctor(ports)
          .run(
              new GoalRequest(
                  new GoalRequest.Paths(List.of(), file),
                  List.of(),
                  FailOn.ERROR,
                  1,
                  Instance.NOW));
    }
  }

  private static String text(WayExaminations all) {
    return String.join(
        "\n", all.lines().stream().map(line -> line.level() + " " + line.text()).toList());
  }
}
