package org.relaycheck.probe;

import java.util.List;
import java.util.stream.Stream;
import org.relaycheck.probe.expect.ProbeResult;
import org.relaycheck.probe.plan.ProbeTarget;
import org.relaycheck.probe.plan.WireVerdict;

/**
 * What was found of one connector.
 *
 * @param results what the policy says, each judged
 * @param measured under load
 * @param notes what was not tried, and how to
 */
record ConnectorResults(List<ProbeResult> results, LoadMeasurement measured, List<String> notes) {

  private static final String GREETING = "greeting";

  ConnectorResults {
    results = List.copyOf(results);
    notes = List.copyOf(notes);
  }

  /** That a connector takes calls, which a policy says by naming it. */
  static ProbeResult greeting(ProbeTarget target, WireVerdict judgement) {
    return new ProbeResult(
        GREETING, "220", target.desired().severity(), target.desired().origin().place(), judgement);
  }

  /** Whether the server took the call. */
  boolean isWelcome() {
    return results.stream()
        .anyMatch(
            result ->
                result.topic().equals(GREETING)
                    && result.judgement() instanceof WireVerdict.Proved);
  }

  ConnectorResults and(ConnectorResults more) {
    return new ConnectorResults(
        Stream.concat(results.stream(), more.results().stream()).toList(),
        more.measured(),
        Stream.concat(notes.stream(), more.notes().stream()).toList());
  }

  ConnectorResults noting(List<String> first) {
    return new ConnectorResults(
        results, measured, Stream.concat(first.stream(), notes.stream()).toList());
  }
}
