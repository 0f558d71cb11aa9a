package org.relaycheck.jdbc;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.relaycheck.live.Admission;
import org.relaycheck.live.Answer;
import org.relaycheck.live.Asked;
import org.relaycheck.live.Stage;

/**
 * One server being asked.
 *
 * @param server the name that it is expected to give itself
 * @param settings where it is, and what its driver is told
 * @param session the connection to be
 * @param deadline for all of it
 */
record Visit(String server, ConnectionSettings settings, Session session, Deadline deadline) {

  /** Asks; the turn, if the login needs one, learns what became of the login. */
  Asked asked(Inquiry inquiry, InstantSource clock, Optional<Admission.Turn> turn)
      throws InterruptedException {
    AtomicBoolean in = new AtomicBoolean();
    Runnable letIn =
        () -> {
          in.set(true);
          turn.ifPresent(Admission.Turn::letIn);
        };
    long begun = System.nanoTime();
    try {
      return expected(deadline.await(() -> session.answer(inquiry, clock, letIn), session::giveUp));
    } catch (TimeoutException late) {
      return late(in.get());
    } catch (ExecutionException failed) {
      if (!(failed.getCause() instanceof SQLException error)) {
        throw new IllegalStateException(failed.getCause());
      }
      if (ServerError.of(error).refusesLogin()) {
        turn.ifPresent(one -> one.refused(settings.endpoint().toString()));
      }
      Failure failure = new Failure(settings, error, in.get());
      // the driver's limits are made from ours, and on a busy machine its may be told first
      return failure.late() && deadline.hasPassedSince(begun) ? late(in.get()) : failure.asked();
    }
  }

  private Asked late(boolean letIn) {
    return new Asked.Failed(
        settings.endpoint()
            + ": it did not answer completely within "
            + ConnectionSettings.told(deadline.limit())
            + ", which is the 'deadline'",
        Failure.LONGER,
        letIn ? Stage.SERVER : Stage.PORT);
  }

  /** A listener, an alias or a failover may lead to a server that nobody meant. */
  private Asked expected(Answer answer) {
    Map<String, String> facts = answer.facts();
    String found = facts.getOrDefault("ServerName", "");
    if (found.isEmpty()) {
      return new Asked.Failed(
          settings.endpoint() + ": the server does not say its name",
          "look whether it is a SQL Server",
          Stage.SERVER);
    }
    // the msdb of a contained availability group is the group's, on whichever node it is today
    boolean group = facts.containsKey("ContainedAvailabilityGroup");
    return group || upper(found).equals(upper(server))
        ? new Asked.Answered(answer)
        : new Asked.Failed(
            settings.endpoint() + ": it leads to the server " + found + ", not to " + server,
            "correct the address, or say 'server: " + found + "' if this is the one that is meant",
            Stage.SERVER);
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }
}
