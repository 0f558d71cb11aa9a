package org.relaycheck.report.plan;

import java.util.ArrayList;
import java.util.List;
import org.relaycheck.compare.HostNames;
import org.relaycheck.report.Console;
import org.relaycheck.report.RunSummary;
import org.relaycheck.report.text.ConsoleLine;
import org.relaycheck.report.text.TextColumns;
import org.relaycheck.report.text.VisibleText;
import org.relaycheck.script.PlanAction;
import org.relaycheck.script.PlanLine;
import org.relaycheck.script.PlanRow;
import org.relaycheck.script.RemediationPlan;

/** A plan on one screen of a build's log. */
public final class PlanConsole {

  private static final int MOST_ROWS = 14;
  private static final int MOST_BY_HAND = 8;
  private static final int MOST_HOSTS = 3;

  /** A longer value, and a longer change, say more in the page than here. */
  private static final int LONGEST = 40;

  private static final int LONGEST_CHANGE = 100;

  private PlanConsole() {}

  /** The lines; none for an empty plan. */
  public static List<ConsoleLine> lines(RemediationPlan plan) {
    if (plan.isEmpty()) {
      return List.of();
    }
    List<ConsoleLine> lines = new ArrayList<>();
    lines.add(info("Plan: " + plan.totals() + "; nothing is changed until the scripts are run"));
    lines.addAll(rows(plan.rows(), MOST_ROWS));
    lines.addAll(rows(plan.left(), MOST_BY_HAND));
    return lines;
  }

  private static List<ConsoleLine> rows(List<PlanRow> rows, int most) {
    List<PlanRow> shown = rows.subList(0, Math.min(most, rows.size()));
    List<List<String>> cells = shown.stream().map(PlanConsole::cells).toList();
    TextColumns columns = new TextColumns(cells);
    List<ConsoleLine> lines = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      lines.add(
          new ConsoleLine(
              Console.level(shown.get(i).line().finding()), columns.line(cells.get(i))));
    }
    if (rows.size() > shown.size()) {
      lines.add(
          info("… and " + RunSummary.number(rows.size() - shown.size(), "row") + " in plan.md"));
    }
    return lines;
  }

  private static List<String> cells(PlanRow row) {
    PlanLine line = row.line();
    boolean whole = line.setting().isEmpty() && line.action() != PlanAction.BY_HAND;
    String what = whole ? line.action().word() + " it" : cut(line.sides(LONGEST));
    List<String> remarks = new ArrayList<>();
    if (!line.needs().isEmpty()) {
      remarks.add("needs " + line.needs());
    }
    if (line.action() == PlanAction.BY_HAND) {
      remarks.add("by hand: " + line.why());
    }
    remarks.add(line.place());
    return List.of(
        line.action().mark() + " " + HostNames.list(row.hosts(), MOST_HOSTS),
        VisibleText.of(row.name()),
        VisibleText.of(line.setting()),
        what,
        VisibleText.of(String.join("  ", remarks).strip()));
  }

  private static String cut(String text) {
    String seen = VisibleText.of(text);
    int length = seen.codePointCount(0, seen.length());
    return length <= LONGEST_CHANGE
        ? seen
        : seen.substring(0, seen.offsetByCodePoints(0, LONGEST_CHANGE - 1)) + "…";
  }

  private static ConsoleLine info(String text) {
    return new ConsoleLine(ConsoleLine.Level.INFO, text);
  }
}
