package org.relaycheck.jdbc;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AskingStage;
import org.relaycheck.live.HostAnswer;

/**
 * One server being asked.
 *
 * @param server the name that it is expected to give itself
 * @param settings where it is, and what its driver is told
 * @param driver set up by them
 * @param turn to log in
 * @param limit for all of it
 */
record SqlServerVisit(
    String server,
    ConnectionSettings settings,
    SQLServerDataSource driver,
    LoginTurn turn,
    Duration limit) {

  /** Asks; the turn learns what became of the login. */
  HostAnswer asked(ServerInquiry inquiry, InstantSource clock)
      throws AskingRefusal, InterruptedException {
    try (SessionThread session = new SessionThread(() -> answer(inquiry, clock), limit)) {
      session.start();
      try {
        if (session.awaitServer()) {
          turn.enter();
        }
        return expected(session.result());
      } catch (TimeoutException late) {
        return late();
      } catch (ExecutionException failed) {
        return failed(failed.getCause(), session.isOver());
      }
    }
  }

  private Answer answer(ServerInquiry inquiry, InstantSource clock) throws SQLException {
    try (Connection connection = driver.getConnection()) {
      turn.letIn();
      return inquiry.on(connection, settings.querySeconds(), clock.instant());
    }
  }

  private HostAnswer failed(@Nullable Throwable cause, boolean over) {
    if (!(cause instanceof SQLException error)) {
      throw new IllegalStateException(cause);
    }
    if (ServerError.of(error).refusesLogin()) {
      turn.refused(settings.endpoint().toString());
    }
    ReadFailure failure = new ReadFailure(settings, error, turn.isLetIn());
    // the driver's limits are made from ours, and on a busy machine its may be told first
    return failure.late() && over ? late() : failure.asked();
  }

  private HostAnswer late() {
    return new HostAnswer.Failed(
        settings.endpoint()
            + ": it did not answer completely within "
            + ConnectionSettings.told(limit)
            + ", which is the 'deadline'",
        ReadFailure.LONGER,
        turn.isLetIn() ? AskingStage.SERVER : AskingStage.PORT);
  }

  /** A listener, an alias or a failover may lead to a server that nobody meant. */
  private HostAnswer expected(Answer answer) {
    Map<String, String> facts = answer.facts();
    String found = facts.getOrDefault("ServerName", "");
    if (found.isEmpty()) {
      return new HostAnswer.Failed(
          settings.endpoint() + ": the server does not say its name",
          "check whether it is a SQL Server",
          AskingStage.SERVER);
    }
    // the msdb of a contained availability group is the group's, on whichever node it is today
    boolean group = facts.containsKey("ContainedAvailabilityGroup");
    return group || upper(found).equals(upper(server))
        ? new HostAnswer.Answered(answer)
        : new HostAnswer.Failed(
            settings.endpoint() + ": it is the server " + found + ", not " + server,
            "correct the address, or add 'server: " + found + "' if this is the one that is meant",
            AskingStage.SERVER);
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }
}
