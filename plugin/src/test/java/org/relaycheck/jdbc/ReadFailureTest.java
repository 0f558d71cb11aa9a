package org.relaycheck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relaycheck.jdbc.Instance.MAIL;
import static org.relaycheck.jdbc.Instance.question;
import static org.relaycheck.jdbc.Instance.rows;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.security.auth.login.LoginException;
import org.ietf.jgss.GSSException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostWay;
import org.relaycheck.standin.tds.Column;
import org.relaycheck.standin.tds.Failure;
import org.relaycheck.standin.tds.Fault;
import org.relaycheck.standin.tds.Reply;
import org.relaycheck.standin.tds.Rows;
import org.relaycheck.standin.tds.Scenario;
import org.relaycheck.standin.tds.TdsServer;

/** What a user is told when a server cannot be read. */
@Timeout(30)
class ReadFailureTest {

  private static final Duration SHORT = Duration.ofMillis(700);
  private static final Rows LONG =
      Rows.of(Column.longText("resource")).row("x".repeat(20_000)).row("y");

  @ParameterizedTest
  @CsvSource({
    "18456, the login is refused,                  settings.xml",
    "18452, the server does not trust the domain,  auth: ntlm",
    "18470, the login is disabled,                 enabled",
    "18486, the login is locked,                   unlocked",
    "18487, the password of this login has expired, change the password",
    "18488, the password of this login has expired, change the password",
    "4060,  the login may not open msdb,           docs/sql-rights.sql",
    "916,   the login may not open msdb,           docs/sql-rights.sql",
    "17142, the server answered with an error,     run it again",
  })
  void a_login_that_is_not_let_in(int number, String why, String fix) throws Exception {
    Scenario refusing = Scenario.empty().onLogin(new Failure(number, 1, 14, "Nein, kein Zutritt."));
    try (TdsServer server = TdsServer.start(refusing)) {

      HostAnswer.Failed failed = Instance.failure(Instance.way(server));

      assertThat(failed.why())
          .startsWith("localhost:" + server.port() + ": " + why)
          .endsWith("(error " + number + ": Nein, kein Zutritt.)");
      assertThat(failed.fix()).contains(fix);
      assertThat(failed.toString()).doesNotContain(Instance.PASSWORD);
    }
  }

  @Test
  void an_error_before_the_first_question_is_the_servers() throws Exception {
    Reply broken = new Failure(8623, 1, 16, "The query processor ran out of resources.");
    try (TdsServer server = TdsServer.start(Scenario.empty().on("SET NOCOUNT ON", broken))) {

      assertThat(Instance.failure(Instance.way(server)).why())
          .contains("the server answered with an error (error 8623: The query processor");
    }
  }

  @Test
  void a_silent_server_ends_at_the_deadline() throws Exception {
    try (TdsServer server = TdsServer.start(Instance.answers(new Fault.Silence()))) {

      assertLate(Instance.within(SHORT, Instance.way(server)));
    }
  }

  @Test
  void a_server_that_is_silent_at_login_ends_at_the_deadline() throws Exception {
    Scenario silent = Scenario.empty().onLogin(new Fault.Silence());
    try (TdsServer server = TdsServer.start(silent)) {

      assertLate(Instance.within(SHORT, Instance.way(server)));
    }
  }

  @Test
  void a_server_that_drips_and_hears_no_cancel_ends_at_the_deadline() throws Exception {
    Scenario slow =
        Instance.answers(question(MAIL), new Fault.Drip(Duration.ofMillis(20), true), LONG);
    try (TdsServer server = TdsServer.start(slow)) {

      assertLate(Instance.within(SHORT, Instance.way(server)));
    }
  }

  @Test
  void a_server_that_drips_its_login_answer_ends_at_the_deadline() throws Exception {
    Scenario slow = Scenario.empty().onLogin(new Fault.Drip(Duration.ofMillis(20), true));
    try (TdsServer server = TdsServer.start(slow)) {

      assertLate(Instance.within(SHORT, Instance.way(server)));
    }
  }

  private static void assertLate(HostWay.SqlServer way) throws Exception {
    HostAnswer.Failed failed = Instance.failure(way);

    assertThat(failed.why())
        .endsWith("did not answer completely within 0.7s, which is the 'deadline'");
    assertThat(failed.fix()).contains("a longer 'deadline' gives it more time");
  }

  @Test
  void a_server_that_is_busy_is_cancelled() throws Exception {
    Scenario busy = Instance.answers(question(MAIL), new Fault.Busy(), LONG);
    try (TdsServer server = TdsServer.start(busy)) {
      HostWay.SqlServer way = Instance.within(Duration.ofSeconds(3), Instance.way(server));

      HostAnswer.Failed failed = Instance.failure(way);

      assertThat(failed.why())
          .endsWith("it took longer than 1s for its answer, a part of the 'deadline' of 3s");
      assertThat(server.attentions()).isEqualTo(1);
    }
  }

  @Test
  void a_connection_that_ends_in_the_middle_of_a_row_is_no_answer() throws Exception {
    Rows two = rows("resource", "port").row("Alerts", "25").row("Bulk", "2525");
    try (TdsServer server =
        TdsServer.start(Instance.answers(question(MAIL), new Fault.CutRow(two)))) {

      assertThat(Instance.failure(Instance.way(server)).why())
          .contains(": the connection was lost before all was read");
    }
  }

  @Test
  void a_connection_that_ends_between_two_questions_is_no_answer() throws Exception {
    Scenario ends = Instance.answers(question(MAIL), rows("resource"), new Fault.Disconnect());
    try (TdsServer server = TdsServer.start(ends)) {

      assertThat(Instance.failure(Instance.way(server)).why())
          .contains(": the connection was lost before all was read");
    }
  }

  @ParameterizedTest
  @MethodSource("logins")
  void a_login_that_this_machine_cannot_make(Throwable cause, String why) {
    SQLException error = new SQLException("Integrated authentication failed.", "08S01", 0, cause);
    ConnectionSettings settings =
        new ConnectionSettings(way("localhost", Optional.of(1433)), Duration.ofSeconds(60));

    HostAnswer asked = new org.relaycheck.jdbc.ReadFailure(settings, error, false).asked();

    assertThat(asked)
        .isInstanceOfSatisfying(
            HostAnswer.Failed.class,
            failed -> {
              assertThat(failed.why()).startsWith("localhost:1433: " + why);
              assertThat(failed.fix()).contains("'auth: ntlm'");
            });
  }

  static Stream<Arguments> logins() {
    return Stream.of(
        Arguments.of(
            new GSSException(GSSException.NO_CRED), "no Kerberos ticket could be obtained"),
        Arguments.of(new LoginException("no realm"), "no Kerberos ticket could be obtained"),
        Arguments.of(
            new UnsatisfiedLinkError("mssql-jdbc_auth"), "Windows' own login needs a library"));
  }

  @Test
  void a_port_that_nobody_listens_on() throws Exception {
    int free = freePort();

    HostAnswer.Failed failed = Instance.failure(way("127.0.0.1", Optional.of(free)));

    assertThat(failed.why()).startsWith("127.0.0.1:" + free + ": no connection could be made");
    assertThat(failed.fix()).contains("port and firewall");
  }

  @Test
  void an_ipv6_address_may_stand_in_brackets() throws Exception {
    int free = freePort();

    assertThat(Instance.failure(way("[::1]", Optional.of(free))).why())
        .startsWith("[::1]:" + free + ": no connection could be made");
    assertThat(Instance.failure(way("::1", Optional.of(free))).why())
        .startsWith("[::1]:" + free + ": no connection could be made");
  }

  @Test
  void a_name_that_dns_does_not_know() throws Exception {
    HostAnswer.Failed failed = Instance.failure(way("sql01.invalid", Optional.empty()));

    assertThat(failed.why())
        .isEqualTo("sql01.invalid:1433: the name sql01.invalid is unknown here");
  }

  @Test
  void a_named_instance_that_the_browser_does_not_tell() throws Exception {
    HostAnswer.Failed failed = Instance.failure(way("127.0.0.1\\REPORTING", Optional.empty()));

    assertThat(failed.why()).startsWith("127.0.0.1\\REPORTING: no connection could be made");
    assertThat(failed.fix()).startsWith("state the instance's 'port'");
  }

  @Test
  void a_named_instance_with_a_port_needs_no_browser() throws Exception {
    try (TdsServer server =
        TdsServer.start(Scenario.empty().onLogin(Failure.loginFailed("relay_reader")))) {

      HostAnswer.Failed failed =
          Instance.failure(
              new HostWay.SqlServer(
                  "localhost\\REPORTING",
                  Optional.of(server.port()),
                  Instance.way(server).login(),
                  Instance.way(server).properties(),
                  Optional.empty()));

      assertThat(failed.why())
          .startsWith("localhost:" + server.port() + ": the login is refused (error 18456");
    }
  }

  private static HostWay.SqlServer way(String address, Optional<Integer> port) {
    HostWay.Login login = new HostWay.Login(HostWay.Auth.SQL, Optional.of("sql-reader"));
    return new HostWay.SqlServer(address, port, login, Map.of(), Optional.empty());
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
