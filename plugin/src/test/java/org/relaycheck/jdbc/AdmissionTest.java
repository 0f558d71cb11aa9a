package org.relaycheck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.relaycheck.jdbc.Instance.MAIL;
import static org.relaycheck.jdbc.Instance.question;
import static org.relaycheck.jdbc.Instance.rows;

import java.sql.DriverManager;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.relaycheck.live.AskingStage;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.standin.tds.Failure;
import org.relaycheck.standin.tds.Scenario;
import org.relaycheck.standin.tds.TdsServer;
import org.relaycheck.state.Place;

/** Credentials: where they are from, and that a refused one is not tried again. */
@Timeout(30)
class AdmissionTest {

  private static final Scenario GOOD =
      Instance.answers(question(MAIL), rows("resource").row("Bulk"));

  @Test
  void refused_credentials_are_tried_once() throws Exception {
    Scenario refusing = Scenario.empty().onLogin(Failure.loginFailed("relay_reader"));
    try (TdsServer first = TdsServer.start(refusing);
        TdsServer second = TdsServer.start(GOOD);
        SqlServerSource source = Instance.source(MAIL)) {
      source.ask(Instance.connection(Instance.way(first)));

      HostAnswer asked = source.ask(Instance.connection(Instance.way(second)));

      assertThat(asked)
          .isEqualTo(
              new HostAnswer.Failed(
                  "the credentials 'sql-reader' were refused by localhost:"
                      + first.port()
                      + " and not tried here, so that no account is locked",
                  "correct them in settings.xml",
                  AskingStage.CREDENTIALS));
      assertThat(first.logins()).hasSize(1);
      assertThat(second.logins()).isEmpty();
    }
  }

  @Test
  void a_server_that_is_down_says_nothing_of_the_credentials() throws Exception {
    Scenario paused = Scenario.empty().onLogin(new Failure(17142, 1, 14, "paused"));
    try (TdsServer first = TdsServer.start(paused);
        TdsServer second = TdsServer.start(GOOD);
        SqlServerSource source = Instance.source(MAIL)) {
      source.ask(Instance.connection(Instance.way(first)));

      HostAnswer asked = source.ask(Instance.connection(Instance.way(second)));

      assertThat(asked).isInstanceOf(HostAnswer.Answered.class);
    }
  }

  @Test
  void credentials_that_are_not_in_the_settings_are_told() throws Exception {
    try (TdsServer server = TdsServer.start(GOOD);
        SqlServerSource source = Instance.source(id -> Optional.empty(), MAIL)) {

      HostAnswer asked = source.ask(Instance.connection(Instance.way(server)));

      assertThat(((HostAnswer.Failed) asked).why())
          .isEqualTo("there is no <server> with the id 'sql-reader' in settings.xml");
      assertThat(server.logins()).isEmpty();
    }
  }

  @Test
  void another_way_is_a_mistake_of_the_caller() throws Exception {
    HostConnection recorded =
        new HostConnection(
            "EX01",
            "EX01",
            new HostWay.Recorded(java.nio.file.Path.of("EX01.xml")),
            Optional.empty(),
            false,
            new Place("relay-connections.yaml", 1, 1));
    try (SqlServerSource source = Instance.source(MAIL)) {

      assertThatThrownBy(() -> source.ask(recorded)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void the_driver_is_silent_and_lets_go_at_the_end() throws Exception {
    SqlServerSource source = Instance.source(MAIL);

    assertThat(
            Logger.getLogger("com.microsoft.sqlserver.jdbc.SQLServerConnection")
                .isLoggable(Level.SEVERE))
        .isFalse();

    try (TdsServer server = TdsServer.start(GOOD)) {
      source.ask(Instance.connection(Instance.way(server)));
    }
    source.close();
    assertThat(DriverManager.drivers())
        .noneMatch(driver -> driver.getClass().getName().startsWith("com.microsoft"));
  }
}
