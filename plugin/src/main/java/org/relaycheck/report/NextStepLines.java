package org.relaycheck.report;

import java.util.List;
import java.util.stream.Collectors;
import org.relaycheck.report.html.HtmlWriter;
import org.relaycheck.report.text.ConsoleLine;
import org.relaycheck.report.text.LimitedComment;
import org.relaycheck.report.text.MarkdownText;

/**
 * What to do after a run.
 *
 * @param lines sentences; one that begins with two blanks is a command, to be taken as it stands
 */
public record NextStepLines(List<String> lines) {

  private static final String COMMAND = "  ";

  public NextStepLines {
    lines = List.copyOf(lines);
  }

  /** Nothing is to be done. */
  static NextStepLines none() {
    return new NextStepLines(List.of());
  }

  public static NextStepLines of(String... lines) {
    return new NextStepLines(List.of(lines));
  }

  /** The line of a command. */
  static String command(String command) {
    return COMMAND + command;
  }

  /** To follow a headline; empty if nothing is to be done. */
  public String message() {
    return lines.stream().map("\n"::concat).collect(Collectors.joining());
  }

  /** For a build's log. */
  public List<ConsoleLine> console() {
    return lines.stream().map(line -> new ConsoleLine(ConsoleLine.Level.INFO, line)).toList();
  }

  /** At the end of a comment. */
  public void write(LimitedComment comment) {
    if (!lines.isEmpty()) {
      String text = lines.stream().map(NextStepLines::markdown).collect(Collectors.joining("\n\n"));
      comment.last("### What to do next", text);
    }
  }

  /** In the head of a page. */
  void write(HtmlWriter page) {
    if (!lines.isEmpty()) {
      page.element("h2", "What to do next");
      for (String line : lines) {
        page.element(line.startsWith(COMMAND) ? "pre" : "p", line.strip());
      }
    }
  }

  private static String markdown(String line) {
    return line.startsWith(COMMAND)
        ? MarkdownText.FLOW.code(line.strip())
        : MarkdownText.FLOW.text(line);
  }
}
