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
 * @param trials each connector at each place
 * @param partial whether a host was left out on purpose
 * @param problems of files of ours; with any, nothing was tried
 */
public record ProbeOutcome(List<ProbeAttempt> trials, boolean partial, List<String> problems) {

  public ProbeOutcome {
    trials = List.copyOf(trials);
    problems = List.copyOf(problems);
  }

  /** How many points were proved. */
  public int proved() {
    return count(WireVerdict.Proved.class);
  }

  /** How many were refuted. */
  public int refuted() {
    return count(WireVerdict.Refuted.class);
  }

  /** How many could not be told. */
  public int untold() {
    return count(WireVerdict.Untold.class);
  }

  private int count(Class<? extends WireVerdict> kind) {
    return (int) points().filter(point -> kind.isInstance(point.judgement())).count();
  }

  private Stream<ProbeResult> points() {
    return trials.stream().flatMap(trial -> trial.points().stream());
  }

  /**
   * What it came to. What is refuted counts before what could not be told: it is known, and stays
   * so.
   */
  public Outcome outcome(FailOn failOn) {
    if (!problems.isEmpty()) {
      return Outcome.ERROR;
    }
    boolean refuted =
        points()
            .anyMatch(
                point ->
                    point.judgement() instanceof WireVerdict.Refuted
                        && point.severity().reaches(failOn.threshold()));
    if (refuted && failOn.fails()) {
      return Outcome.DRIFT;
    }
    if (untold() > 0 || points().findAny().isEmpty()) {
      return Outcome.UNCLEAR;
    }
    return refuted ? Outcome.DRIFT : partial ? Outcome.PARTIAL : Outcome.CLEAN;
  }
}
