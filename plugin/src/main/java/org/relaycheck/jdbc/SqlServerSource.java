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
import org.relaycheck.live.Account;
import org.relaycheck.live.Admission;
import org.relaycheck.live.Asked;
import org.relaycheck.live.Connection;
import org.relaycheck.live.Credentials;
import org.relaycheck.live.Source;
import org.relaycheck.live.SqlQuestion;
import org.relaycheck.live.Way;

/** SQL Servers, each asked all questions in one round trip. */
public final class SqlServerSource implements Source, AutoCloseable {

  private static final Duration DEADLINE = Duration.ofSeconds(60);

  /** Held, because a logger that nobody holds forgets its level. */
  private final Logger driver = Logger.getLogger("com.microsoft.sqlserver.jdbc");

  private final List<SqlQuestion> questions;
  private final Credentials credentials;
  private final Admission admission;
  private final InstantSource clock;

  /**
   * A source for one run.
   *
   * @param questions one a kind
   * @param admission shared by all sources that use the same credentials
   */
  public SqlServerSource(
      List<SqlQuestion> questions,
      Credentials credentials,
      Admission admission,
      InstantSource clock) {
    this.questions = List.copyOf(questions);
    this.credentials = credentials;
    this.admission = admission;
    this.clock = clock;
    // whatever the driver logs, it also throws; its log goes past Maven's
    driver.setLevel(Level.OFF);
  }

  @Override
  public Asked ask(Connection connection) {
    return ask(connection, new Questions(questions));
  }

  /** Asks something else with the same logins. */
  Asked ask(Connection connection, Inquiry inquiry) {
    if (!(connection.way() instanceof Way.SqlServer way)) {
      throw new IllegalArgumentException(connection.host() + " is no SQL Server");
    }
    try {
      return ask(connection, way, inquiry);
    } catch (Refusal refusal) {
      return refusal.asked();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new Asked.Failed("the survey was interrupted", "run it again");
    }
  }

  private Asked ask(Connection connection, Way.SqlServer way, Inquiry inquiry)
      throws Refusal, InterruptedException {
    Duration limit = way.deadline().orElse(DEADLINE);
    ConnectionSettings settings = new ConnectionSettings(way, limit);
    Optional<String> id = way.login().credentials();
    Optional<Account> account = id.isEmpty() ? Optional.empty() : Optional.of(account(id.get()));
    SQLServerDataSource source = settings.source(account);
    try (TrustFile trust = TrustFile.of(way.properties());
        LoginTurn turn = new LoginTurn(admission, id)) {
      trust.set(source);
      return new Visit(connection.server(), settings, source, turn, limit).asked(inquiry, clock);
    }
  }

  private Account account(String id) throws Refusal {
    return credentials
        .of(id)
        .orElseThrow(
            () ->
                new Refusal(
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
