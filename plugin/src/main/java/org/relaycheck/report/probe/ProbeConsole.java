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
   * The summary first, then each connector: who answers, what is refuted, what is inconclusive,
   * what is proved; last what was done to the servers.
   */
  public static List<ConsoleLine> lines(ProbeRun run) {
    ProbeSummary summary = ProbeSummary.of(run);
    List<ConsoleLine> lines = new ArrayList<>();
    lines.add(info(summary.headline()));
    run.proof().problems().forEach(one -> lines.add(new ConsoleLine(Level.ERROR, one)));
    for (ProbeAttempt attempt : run.proof().attempts()) {
      lines.add(info(name(attempt) + "  " + attempt.endpoint() + "  " + attempt.answered()));
      attempt.results().forEach(result -> refuted(attempt, result, lines));
      inconclusive(attempt, lines);
      attempt.results().forEach(result -> proved(attempt, result, lines));
      attempt.notes().forEach(note -> lines.add(info(". " + name(attempt) + "  " + note)));
      run.before(attempt)
          .map(before -> LoadRates.of(attempt.measured()).since(before))
          .orElse(List.of())
          .forEach(change -> lines.add(info("  " + name(attempt) + "  " + change)));
    }
    if (run.proof().attempts().stream().anyMatch(attempt -> !attempt.results().isEmpty())) {
      lines.add(info("Signs: ! refuted, ? inconclusive, = proved"));
    }
    List<String> actions = run.actions().lines();
    if (!actions.isEmpty()) {
      lines.add(info("Done: " + String.join("; ", actions)));
    }
    lines.addAll(summary.next().console());
    return List.copyOf(lines);
  }

  private static String name(ProbeAttempt attempt) {
    return FindingText.address(attempt.connector());
  }

  private static void refuted(ProbeAttempt attempt, ProbeResult result, List<ConsoleLine> lines) {
    if (result.judgement() instanceof WireVerdict.Refuted refuted) {
      Level level = level(result.severity());
      lines.add(
          new ConsoleLine(
              level,
              "! "
                  + name(attempt)
                  + "  "
                  + what(result)
                  + ", found "
                  + refuted.evidence()
                  + "  "
                  + refuted.look()
                  + "  "
                  + result.place()));
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
  private static void inconclusive(ProbeAttempt attempt, List<ConsoleLine> lines) {
    Map<WireVerdict.Inconclusive, List<ProbeResult>> causes = new LinkedHashMap<>();
    for (ProbeResult result : attempt.results()) {
      if (result.judgement() instanceof WireVerdict.Inconclusive inconclusive) {
        causes.computeIfAbsent(inconclusive, cause -> new ArrayList<>()).add(result);
      }
    }
    causes.forEach(
        (cause, results) -> {
          String what =
              results.size() == 1
                  ? what(results.get(0))
                  : RunSummary.number(results.size(), "expectation");
          lines.add(
              new ConsoleLine(
                  Level.ERROR,
                  "? "
                      + name(attempt)
                      + "  "
                      + what
                      + "  inconclusive: "
                      + cause.why()
                      + "  fix: "
                      + cause.fix()));
        });
  }

  private static void proved(ProbeAttempt attempt, ProbeResult result, List<ConsoleLine> lines) {
    if (result.judgement() instanceof WireVerdict.Proved proved) {
      lines.add(info("= " + name(attempt) + "  " + what(result) + ", found " + proved.evidence()));
    }
  }

  private static String what(ProbeResult result) {
    return result.topic() + "  wanted " + result.expected();
  }

  private static ConsoleLine info(String text) {
    return new ConsoleLine(Level.INFO, text);
  }
}
