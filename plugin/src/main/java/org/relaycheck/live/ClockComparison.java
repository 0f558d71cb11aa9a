package org.relaycheck.live;

import java.time.Duration;
import java.time.Instant;

/** The clocks of two machines, compared. */
public final class ClockComparison {
  /** The fact that tells how a host's clock goes. */
  public static final String FACT = "Clock";

  /** What the fact says of a clock that is right. */
  public static final String IN_STEP = "in sync";

  /** Kerberos refuses a login when the clocks differ by more than this. */
  private static final Duration MOST = Duration.ofMinutes(5);

  private ClockComparison() {}

  /**
   * How another machine's clock goes, without what changes from run to run.
   *
   * @param there what it showed at some moment while it was asked
   * @param here what ours showed afterwards
   */
  public static String compared(Instant there, Instant here) {
    Duration ahead = Duration.between(here, there);
    if (ahead.abs().compareTo(MOST) <= 0) {
      return IN_STEP;
    }
    return ahead.abs().toMinutes() + " min " + (ahead.isNegative() ? "behind" : "ahead");
  }
}
