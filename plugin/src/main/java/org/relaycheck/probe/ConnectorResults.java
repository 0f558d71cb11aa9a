package org.relaycheck.proof;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was found of one connector.
 *
 * @param points what the policy says, each judged
 * @param measured under load
 * @param notes what was not tried, and how to
 */
record Findings(List<Point> points, Measured measured, List<String> notes) {

  private static final String GREETING = "greeting";

  Findings {
    points = List.copyOf(points);
    notes = List.copyOf(notes);
  }

  /** That a connector takes calls, which a policy says by naming it. */
  static Point greeting(Aim aim, Judgement judgement) {
    return new Point(
        GREETING, "220", aim.desired().severity(), aim.desired().origin().place(), judgement);
  }

  /** Whether the server took the call. */
  boolean isWelcome() {
    return points.stream()
        .anyMatch(
            point ->
                point.topic().equals(GREETING) && point.judgement() instanceof Judgement.Proved);
  }

  Findings and(Findings more) {
    return new Findings(
        Stream.concat(points.stream(), more.points().stream()).toList(),
        more.measured(),
        Stream.concat(notes.stream(), more.notes().stream()).toList());
  }

  Findings noting(List<String> first) {
    return new Findings(points, measured, Stream.concat(first.stream(), notes.stream()).toList());
  }
}
