package org.relaycheck.probe;

import java.util.List;
import java.util.stream.Stream;
import org.relaycheck.probe.expect.ProbeResult;
import org.relaycheck.probe.plan.ProbeTarget;
import org.relaycheck.probe.plan.WireVerdict;

/**
 * What was found of one connector.
 *
 * @param points what the policy says, each judged
 * @param measured under load
 * @param notes what was not tried, and how to
 */
record ConnectorResults(List<ProbeResult> points, LoadMeasurement measured, List<String> notes) {

  private static final String GREETING = "greeting";

  ConnectorResults {
    points = List.copyOf(points);
    notes = List.copyOf(notes);
  }

  /** That a connector takes calls, which a policy says by naming it. */
  static ProbeResult greeting(ProbeTarget aim, WireVerdict judgement) {
    return new ProbeResult(
        GREETING, "220", aim.desired().severity(), aim.desired().origin().place(), judgement);
  }

  /** Whether the server took the call. */
  boolean isWelcome() {
    return points.stream()
        .anyMatch(
            point ->
                point.topic().equals(GREETING) && point.judgement() instanceof WireVerdict.Proved);
  }

  ConnectorResults and(ConnectorResults more) {
    return new ConnectorResults(
        Stream.concat(points.stream(), more.points().stream()).toList(),
        more.measured(),
        Stream.concat(notes.stream(), more.notes().stream()).toList());
  }

  ConnectorResults noting(List<String> first) {
    return new ConnectorResults(
        points, measured, Stream.concat(first.stream(), notes.stream()).toList());
  }
}
