package org.relaycheck.probe.wire;

import java.time.Duration;

/**
 * A command and what came back.
 *
 * @param step which
 * @param response what came back
 * @param took until it was there
 */
public record CommandReply(SessionStep step, SmtpResponse response, Duration took) {

  private static final Duration WORTH_TELLING = Duration.ofSeconds(1);

  /** Such as {@code RCPT: 550 5.7.54 SMTP; Unable to relay (after 5.0 s)}. */
  public String shown() {
    String late =
        took.compareTo(WORTH_TELLING) < 0
            ? ""
            : " (after " + took.toMillis() / 1000 + "." + took.toMillis() / 100 % 10 + " s)";
    return step.title() + ": " + response.shown() + late;
  }
}
