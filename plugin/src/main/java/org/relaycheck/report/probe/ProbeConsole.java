package org.relaycheck.report.probe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relaycheck.probe.ProbeAttempt;
import org.relaycheck.probe.expect.ProbeResult;
import org.relaycheck.probe.plan.WireVerdict;
import org.relaycheck.report.FindingText;
import org.relaycheck.report.RunSummary;
import org.relaycheck.report.text.ConsoleLine;
import org.relaycheck.report.text.ConsoleLine.Level;
import org.relaycheck.state.Severity;

/** A probe as lines for a build's log. */
public final class ProbeConsole {

  private ProbeConsole() {}

  /**
   * The summary first, then each connector: who answers, what is refuted, what could not be told,
   * what is proved; last what was done to the servers.
   */
  public static List<ConsoleLine> lines(ProbeRun run) {
    ProbeSummary summary = ProbeSummary.of(run);
    List<ConsoleLine> lines = new ArrayList<>();
    lines.add(info(summary.headline()));
    run.proof().problems().forEach(one -> lines.add(new ConsoleLine(Level.ERROR, one)));
    for (ProbeAttempt trial : run.proof().trials()) {
      lines.add(info(name(trial) + "  " + trial.endpoint() + "  " + trial.answered()));
      trial.points().forEach(point -> refuted(trial, point, lines));
      untold(trial, lines);
      trial.points().forEach(point -> proved(trial, point, lines));
      trial.notes().forEach(note -> lines.add(info(". " + name(trial) + "  " + note)));
      run.before(trial)
          .map(before -> LoadRates.of(trial.measured()).since(before))
          .orElse(List.of())
          .forEach(change -> lines.add(info("  " + name(trial) + "  " + change)));
    }
    List<String> deeds = run.deeds().lines();
    if (!deeds.isEmpty()) {
      lines.add(info("Did: " + String.join("; ", deeds)));
    }
    summary.next().ifPresent(next -> lines.add(info(next)));
    return List.copyOf(lines);
  }

  private static String name(ProbeAttempt trial) {
    return FindingText.address(trial.connector());
  }

  private static void refuted(ProbeAttempt trial, ProbeResult point, List<ConsoleLine> lines) {
    if (point.judgement() instanceof WireVerdict.Refuted refuted) {
      Level level = level(point.severity());
      lines.add(
          new ConsoleLine(
              level,
              "! "
                  + name(trial)
                  + "  "
                  + what(point)
                  + ", found "
                  + refuted.evidence()
                  + "  "
                  + refuted.look()
                  + "  "
                  + point.place()));
    }
  }

  private static Level level(Severity severity) {
    return switch (severity) {
      case ERROR -> Level.ERROR;
      case WARNING -> Level.WARN;
      case IGNORE -> Level.DEBUG;
    };
  }

  /** What one cause keeps from being told is one line. */
  private static void untold(ProbeAttempt trial, List<ConsoleLine> lines) {
    Map<WireVerdict.Untold, List<ProbeResult>> causes = new LinkedHashMap<>();
    for (ProbeResult point : trial.points()) {
      if (point.judgement() instanceof WireVerdict.Untold untold) {
        causes.computeIfAbsent(untold, cause -> new ArrayList<>()).add(point);
      }
    }
    causes.forEach(
        (cause, points) -> {
          String what =
              points.size() == 1
                  ? what(points.get(0))
                  : RunSummary.number(points.size(), "expectation");
          lines.add(
              new ConsoleLine(
                  Level.ERROR,
                  "? "
                      + name(trial)
                      + "  "
                      + what
                      + "  could not be told: "
                      + cause.why()
                      + "  fix: "
                      + cause.fix()));
        });
  }

  private static void proved(ProbeAttempt trial, ProbeResult point, List<ConsoleLine> lines) {
    if (point.judgement() instanceof WireVerdict.Proved proved) {
      lines.add(info("= " + name(trial) + "  " + what(point) + ", found " + proved.evidence()));
    }
  }

  private static String what(ProbeResult point) {
    return point.topic() + "  wanted " + point.expected();
  }

  private static ConsoleLine info(String text) {
    return new ConsoleLine(Level.INFO, text);
  }
}
