package org.relaycheck.probe;

import java.util.List;
import java.util.stream.Stream;
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Outcome;
import org.relaycheck.probe.expect.ProbeResult;
import org.relaycheck.probe.plan.WireVerdict;

/**
 * What the wire said to a policy.
 *
 * @param attempts each connector at each place
 * @param partial whether a host was left out on purpose
 * @param problems of files of ours; with any, nothing was tried
 */
public record ProbeOutcome(List<ProbeAttempt> attempts, boolean partial, List<String> problems) {

  public ProbeOutcome {
    attempts = List.copyOf(attempts);
    problems = List.copyOf(problems);
  }

  /** How many results were proved. */
  public int proved() {
    return count(WireVerdict.Proved.class);
  }

  /** How many were refuted. */
  public int refuted() {
    return count(WireVerdict.Refuted.class);
  }

  /** How many is inconclusive. */
  public int inconclusive() {
    return count(WireVerdict.Inconclusive.class);
  }

  private int count(Class<? extends WireVerdict> kind) {
    return (int) results().filter(result -> kind.isInstance(result.judgement())).count();
  }

  private Stream<ProbeResult> results() {
    return attempts.stream().flatMap(attempt -> attempt.results().stream());
  }

  /**
   * What it came to. What is refuted counts before what is inconclusive: it is known, and stays so.
   */
  public Outcome outcome(FailOn failOn) {
    if (!problems.isEmpty()) {
      return Outcome.ERROR;
    }
    boolean refuted =
        results()
            .anyMatch(
                result ->
                    result.judgement() instanceof WireVerdict.Refuted
                        && result.severity().reaches(failOn.threshold()));
    if (refuted && failOn.fails()) {
      return Outcome.DRIFT;
    }
    if (inconclusive() > 0 || results().findAny().isEmpty()) {
      return Outcome.UNCLEAR;
    }
    return refuted ? Outcome.DRIFT : partial ? Outcome.PARTIAL : Outcome.CLEAN;
  }
}
