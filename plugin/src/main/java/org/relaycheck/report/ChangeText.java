package org.relaycheck.report;

import java.util.ArrayList;
import java.util.List;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingGroup;
import org.relaycheck.compare.PolicyChange;
import org.relaycheck.report.html.HtmlWriter;
import org.relaycheck.report.text.ConsoleLine;
import org.relaycheck.report.text.ConsoleLine.Level;
import org.relaycheck.report.text.LimitedComment;
import org.relaycheck.report.text.MarkdownText;
import org.relaycheck.report.text.TextColumns;

/**
 * What a change of a policy does, in words.
 *
 * @param change what it does
 */
record ChangeText(PolicyChange change) {

  /** More rows of one part than anybody reads; report.json has all. */
  private static final int MOST = 20;

  private static final int MOST_FILES = 3;

  /** One of the three parts. */
  private record Part(String title, List<Finding> findings) {

    List<FindingGroup> groups() {
      return FindingGroup.of(findings);
    }
  }

  private List<Part> parts() {
    return List.of(
        new Part("fixes", change.fixes()),
        new Part("newly breaks", change.breaks()),
        new Part("unchanged", change.unchanged()));
  }

  /** All of it in numbers. */
  String line() {
    List<String> files = change.base();
    int more = files.size() - MOST_FILES;
    return "Against "
        + String.join(", ", files.subList(0, Math.min(MOST_FILES, files.size())))
        + (more > 0 ? " and " + more + " more" : "")
        + " this change: fixes "
        + change.fixes().size()
        + ", newly breaks "
        + change.breaks().size()
        + ", unchanged "
        + change.unchanged().size();
  }

  /** The numbers, and a row for each. */
  List<ConsoleLine> console() {
    List<ConsoleLine> lines = new ArrayList<>();
    lines.add(new ConsoleLine(Level.INFO, line()));
    for (Part part : parts()) {
      List<FindingGroup> groups = part.groups();
      List<List<String>> rows =
          groups.stream().limit(MOST).map(group -> cells(part.title(), group)).toList();
      TextColumns columns = new TextColumns(rows);
      rows.forEach(row -> lines.add(new ConsoleLine(Level.INFO, columns.line(row))));
      if (groups.size() > MOST) {
        lines.add(new ConsoleLine(Level.INFO, "  " + more(part.title(), groups.size())));
      }
    }
    return lines;
  }

  private static String more(String title, int all) {
    return title + " " + (all - MOST) + " more, all of them in report.json";
  }

  private static List<String> cells(String title, FindingGroup group) {
    FindingText wording = new FindingText(group);
    String sign = VerdictMark.of(group.first()).mark();
    return List.of(
        "  " + title + "  " + sign + " " + wording.about(),
        wording.what(),
        wording.sides(),
        wording.waiver().or(wording::place).orElse(""));
  }

  /** The same as a section of a comment. */
  void write(LimitedComment comment) {
    List<String> columns = List.of("", "", "resource", "setting", "observed", "desired", "place");
    comment.table("### What this change does", MarkdownText.FLOW.text(line()), columns);
    for (Part part : parts()) {
      List<FindingGroup> groups = part.groups();
      groups.stream().limit(MOST).forEach(group -> row(part.title(), group, comment));
      if (groups.size() > MOST) {
        comment.row(more(part.title(), groups.size()), "", "", "", "", "", "");
      }
    }
  }

  /** The same as a section of a page. */
  void write(HtmlWriter page) {
    page.open("section").element("h2", "What this change does").element("p", line());
    for (Part part : parts()) {
      if (!part.findings().isEmpty()) {
        page.element("h3", part.title()).open("ul");
        part.groups().forEach(group -> item(group, page));
        page.close("ul");
      }
    }
    page.close("section");
  }

  private static void item(FindingGroup group, HtmlWriter page) {
    FindingText wording = new FindingText(group);
    page.open("li").text(VerdictMark.of(group.first()).words()).blank();
    page.element("code", wording.about()).blank().element("code", wording.what()).blank();
    page.element("code", wording.sides()).blank();
    wording.place().ifPresent(place -> page.element("code", place));
    page.close("li");
  }

  private static void row(String title, FindingGroup group, LimitedComment comment) {
    FindingText wording = new FindingText(group);
    comment.row(
        title,
        VerdictMark.of(group.first()).words(),
        MarkdownText.CELL.code(wording.about()),
        MarkdownText.CELL.code(wording.what()),
        MarkdownText.CELL.code(wording.observed()),
        MarkdownText.CELL.code(wording.desired()),
        wording.place().map(MarkdownText.CELL::code).orElse(""));
  }
}
