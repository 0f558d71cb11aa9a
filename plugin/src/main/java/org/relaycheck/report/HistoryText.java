package org.relaycheck.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relaycheck.compare.Finding;
import org.relaycheck.report.history.FindingStatus;
import org.relaycheck.report.history.HistoryComparison;
import org.relaycheck.report.history.HistoryEntry;
import org.relaycheck.report.text.ConsoleLine;
import org.relaycheck.report.text.ConsoleLine.Level;
import org.relaycheck.report.text.LimitedComment;
import org.relaycheck.report.text.MarkdownText;
import org.relaycheck.report.text.VisibleText;

/**
 * What has become of a run's findings since the run before, in words.
 *
 * @param history what has
 * @param fresh the findings that the run before did not have
 */
record HistoryText(HistoryComparison history, List<Finding> fresh) {

  /** More names than a line of a log is read for. */
  private static final int MOST_NAMES = 3;

  /** More rows of one part than anybody reads; report.json has all. */
  private static final int MOST = 20;

  static HistoryText of(CheckRun run, HistoryComparison history) {
    return new HistoryText(
        history, run.drift().findings().stream().filter(history::isFresh).toList());
  }

  /** All of it in numbers. */
  private String line() {
    String numbers =
        Stream.of(FindingStatus.values())
            .map(status -> history.count(status) + " " + status.word())
            .collect(Collectors.joining(", "));
    return history
            .before()
            .map(time -> "Since the run of " + time)
            .orElse("No earlier run is in " + VisibleText.of(history.folder()) + ", so all are new")
        + ": "
        + numbers
        + ", "
        + history.resolved().size()
        + " resolved";
  }

  /** The numbers with the first names, and what is wrong with the history. */
  List<ConsoleLine> console() {
    List<ConsoleLine> lines = new ArrayList<>();
    history.warnings().forEach(text -> lines.add(warning(text)));
    String fresh = history.before().isEmpty() ? "" : named("new or back", texts(fresh()));
    String resolved =
        named("resolved", history.resolved().stream().map(HistoryEntry::about).toList());
    lines.add(new ConsoleLine(Level.INFO, line() + fresh + resolved));
    return lines;
  }

  private static ConsoleLine warning(String text) {
    return new ConsoleLine(Level.WARN, VisibleText.of(text));
  }

  private static List<String> texts(List<Finding> findings) {
    return findings.stream().map(finding -> new FindingText(finding).subject()).toList();
  }

  private static String named(String what, List<String> names) {
    if (names.isEmpty()) {
      return "";
    }
    int more = names.size() - MOST_NAMES;
    return "; "
        + what
        + ": "
        + names.stream().limit(MOST_NAMES).map(VisibleText::of).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }

  /** The same as a section of a comment. */
  void write(LimitedComment comment) {
    comment.paragraph("### Since the last run");
    comment.paragraph(MarkdownText.FLOW.text(line()));
    history.warnings().forEach(text -> comment.item(MarkdownText.FLOW.text(text)));
    comment.table("New, back or resolved:", "", List.of("", "what", "severity", "since"));
    if (history.before().isPresent()) {
      fresh.stream().limit(MOST).forEach(finding -> row(finding, comment));
      more("new or back", fresh.size(), comment);
    }
    history.resolved().stream()
        .limit(MOST)
        .forEach(entry -> row("resolved", entry.about(), entry, comment));
    more("resolved", history.resolved().size(), comment);
  }

  private void row(Finding finding, LimitedComment comment) {
    history
        .standing(finding)
        .ifPresent(
            standing ->
                comment.row(
                    standing.status().word(),
                    MarkdownText.CELL.code(new FindingText(finding).subject()),
                    finding.severity().word(),
                    standing.since().toString()));
  }

  private static void row(String word, String about, HistoryEntry entry, LimitedComment comment) {
    comment.row(
        word, MarkdownText.CELL.code(about), entry.severity().word(), entry.since().toString());
  }

  private static void more(String what, int all, LimitedComment comment) {
    if (all > MOST) {
      String text = what + " " + (all - MOST) + " more, all of them in report.json";
      comment.row(text, "", "", "");
    }
  }
}
