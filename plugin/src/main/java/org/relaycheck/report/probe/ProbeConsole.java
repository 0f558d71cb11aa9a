package org.relaycheck.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relaycheck.proof.Judgement;
import org.relaycheck.proof.Point;
import org.relaycheck.proof.Trial;
import org.relaycheck.report.Line.Level;
import org.relaycheck.state.Severity;

/** A probe as lines for a build's log. */
public final class ProbeConsole {

  private ProbeConsole() {}

  /**
   * The summary first, then each connector: who answers, what is refuted, what could not be told,
   * what is proved; last what was done to the servers.
   */
  public static List<Line> lines(ProbeRun run) {
    ProbeSummary summary = ProbeSummary.of(run);
    List<Line> lines = new ArrayList<>();
    lines.add(info(summary.headline()));
    run.proof().problems().forEach(one -> lines.add(new Line(Level.ERROR, one)));
    for (Trial trial : run.proof().trials()) {
      lines.add(info(name(trial) + "  " + trial.endpoint() + "  " + trial.answered()));
      trial.points().forEach(point -> refuted(trial, point, lines));
      untold(trial, lines);
      trial.points().forEach(point -> proved(trial, point, lines));
      trial.notes().forEach(note -> lines.add(info(". " + name(trial) + "  " + note)));
      run.before(trial)
          .map(before -> Rates.of(trial.measured()).since(before))
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

  private static String name(Trial trial) {
    return Wording.address(trial.connector());
  }

  private static void refuted(Trial trial, Point point, List<Line> lines) {
    if (point.judgement() instanceof Judgement.Refuted refuted) {
      Level level = level(point.severity());
      lines.add(
          new Line(
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
  private static void untold(Trial trial, List<Line> lines) {
    Map<Judgement.Untold, List<Point>> causes = new LinkedHashMap<>();
    for (Point point : trial.points()) {
      if (point.judgement() instanceof Judgement.Untold untold) {
        causes.computeIfAbsent(untold, cause -> new ArrayList<>()).add(point);
      }
    }
    causes.forEach(
        (cause, points) -> {
          String what =
              points.size() == 1
                  ? what(points.get(0))
                  : Summary.number(points.size(), "expectation");
          lines.add(
              new Line(
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

  private static void proved(Trial trial, Point point, List<Line> lines) {
    if (point.judgement() instanceof Judgement.Proved proved) {
      lines.add(info("= " + name(trial) + "  " + what(point) + ", found " + proved.evidence()));
    }
  }

  private static String what(Point point) {
    return point.topic() + "  wanted " + point.expected();
  }

  private static Line info(String text) {
    return new Line(Level.INFO, text);
  }
}
