package org.relaycheck.report.page;

import java.util.ArrayList;
import java.util.List;
import org.relaycheck.report.text.ConsoleLine;

/** A text for people that is being written, part by part; shown in a log and kept as Markdown. */
public final class ReportPage {

  private final List<PageBlock> blocks = new ArrayList<>();

  /** A page that nothing is on yet. */
  public static ReportPage empty() {
    return new ReportPage();
  }

  public ReportPage heading(int level, String text) {
    blocks.add(new PageBlock.Heading(level, text));
    return this;
  }

  public ReportPage paragraph(String text) {
    blocks.add(new PageBlock.Paragraph(text));
    return this;
  }

  public ReportPage item(String label, String text) {
    blocks.add(new PageBlock.Item(label, text));
    return this;
  }

  public ReportPage command(PageBlock.Command command) {
    blocks.add(command);
    return this;
  }

  public ReportPage table(List<String> columns, List<List<String>> rows) {
    blocks.add(new PageBlock.Table(columns, rows));
    return this;
  }

  /** All of another page behind this one. */
  public ReportPage and(ReportPage other) {
    blocks.addAll(other.blocks);
    return this;
  }

  List<PageBlock> blocks() {
    return List.copyOf(blocks);
  }

  /** The page as lines for a build's log, none wider than 100 columns if its words allow. */
  public List<ConsoleLine> lines() {
    return new PlainPage().lines(blocks);
  }

  /** The page as a Markdown document. */
  public String markdown() {
    return new MarkdownPage().text(blocks);
  }
}
