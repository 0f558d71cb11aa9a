package org.relaycheck.report.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.relaycheck.probe.LoadMeasurement;

/**
 * What a connector did under load, in numbers that can be compared.
 *
 * @param held connections held together; empty if that was not tried
 * @param refused whether one more was refused
 * @param messages messages taken; empty if that was not tried
 * @param perSecond of them
 * @param half within which half of them were acknowledged, in milliseconds
 * @param nearlyAll the same of 95 of a hundred
 */
public record LoadRates(
    Optional<Integer> held,
    boolean refused,
    Optional<Integer> messages,
    double perSecond,
    double half,
    double nearlyAll) {

  private static final double NANOS_OF_MILLI = 1e6;

  static LoadRates of(LoadMeasurement measured) {
    return new LoadRates(
        measured.held().map(held -> held.held()),
        measured.held().flatMap(held -> held.refusal()).isPresent(),
        measured.mailed().map(mailed -> mailed.acknowledged().size()),
        measured.mailed().map(mailed -> mailed.perSecond()).orElse(0.0),
        measured.mailed().map(mailed -> millis(mailed.percentile(50).toNanos())).orElse(0.0),
        measured.mailed().map(mailed -> millis(mailed.percentile(95).toNanos())).orElse(0.0));
  }

  private static double millis(long nanos) {
    return nanos / NANOS_OF_MILLI;
  }

  boolean isEmpty() {
    return held.isEmpty() && messages.isEmpty();
  }

  /** What changed since a former run, in words, a line each. */
  List<String> since(LoadRates before) {
    List<String> lines = new ArrayList<>();
    if (held.isPresent() && before.held().isPresent()) {
      lines.add(
          "connections held together: " + before.holding() + " before, " + holding() + " now");
    }
    if (messages.isPresent() && before.messages().isPresent()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "messages a second: %.1f before, %.1f now; half of them acknowledged within %.0f ms"
                  + " before, %.0f ms now",
              before.perSecond(),
              perSecond,
              before.half(),
              half));
    }
    return lines;
  }

  private String holding() {
    return held.map(number -> number + (refused ? "" : " and more")).orElse("");
  }
}
