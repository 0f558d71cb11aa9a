package org.relaycheck.jdbc;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import com.microsoft.sqlserver.jdbc.SQLServerDriver;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.relaycheck.live.AnswerSource;
import org.relaycheck.live.Credentials;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.LoginAccount;
import org.relaycheck.live.LoginGate;
import org.relaycheck.live.SqlQuestion;

/** SQL Servers, each asked all questions in one round trip. */
public final class SqlServerSource implements AnswerSource, AutoCloseable {

  private static final Duration DEADLINE = Duration.ofSeconds(60);

  /** Held, because a logger that nobody holds forgets its level. */
  private final Logger driver = Logger.getLogger("com.microsoft.sqlserver.jdbc");

  private final List<SqlQuestion> questions;
  private final Credentials credentials;
  private final LoginGate gate;
  private final InstantSource clock;

  /**
   * A source for one run.
   *
   * @param questions one a kind
   * @param gate shared by all sources that use the same credentials
   */
  public SqlServerSource(
      List<SqlQuestion> questions, Credentials credentials, LoginGate gate, InstantSource clock) {
    this.questions = List.copyOf(questions);
    this.credentials = credentials;
    this.gate = gate;
    this.clock = clock;
    // whatever the driver logs, it also throws; its log goes past Maven's
    driver.setLevel(Level.OFF);
  }

  @Override
  public HostAnswer ask(HostConnection connection) {
    return ask(connection, new KindQuestions(questions));
  }

  /** Asks something else with the same logins. */
  HostAnswer ask(HostConnection connection, ServerInquiry inquiry) {
    if (!(connection.way() instanceof HostWay.SqlServer way)) {
      throw new IllegalArgumentException(connection.host() + " is no SQL Server");
    }
    try {
      return ask(connection, way, inquiry);
    } catch (AskingRefusal refusal) {
      return refusal.asked();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new HostAnswer.Failed("the survey was interrupted", "run it again");
    }
  }

  private HostAnswer ask(HostConnection connection, HostWay.SqlServer way, ServerInquiry inquiry)
      throws AskingRefusal, InterruptedException {
    Duration limit = way.deadline().orElse(DEADLINE);
    ConnectionSettings settings = new ConnectionSettings(way, limit);
    Optional<String> id = way.login().credentials();
    Optional<LoginAccount> account =
        id.isEmpty() ? Optional.empty() : Optional.of(account(id.get()));
    SQLServerDataSource source = settings.source(account);
    try (TrustFile trust = TrustFile.of(way.properties());
        LoginTurn turn = new LoginTurn(gate, id)) {
      trust.set(source);
      return new SqlServerVisit(connection.server(), settings, source, turn, limit)
          .asked(inquiry, clock);
    }
  }

  private LoginAccount account(String id) throws AskingRefusal {
    return credentials
        .of(id)
        .orElseThrow(
            () ->
                new AskingRefusal(
                    "there is no <server> with the id '" + id + "' in settings.xml",
                    "add it with its <username> and <password>, or correct 'credentials'"));
  }

  /** Lets go of the driver, which else keeps this plugin's classes in memory. */
  @Override
  public void close() {
    try {
      SQLServerDriver.deregister();
    } catch (SQLException leftOver) {
      // a driver that stays known to the JVM does no harm to this run
    }
  }
}
