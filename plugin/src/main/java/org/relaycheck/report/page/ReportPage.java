package org.relaycheck.report;

import java.util.ArrayList;
import java.util.List;

/** A text for people that is being written, part by part; shown in a log and kept as Markdown. */
public final class Page {

  private final List<Block> blocks = new ArrayList<>();

  /** A page that nothing is on yet. */
  public static Page empty() {
    return new Page();
  }

  Page heading(int level, String text) {
    blocks.add(new Block.Heading(level, text));
    return this;
  }

  Page paragraph(String text) {
    blocks.add(new Block.Paragraph(text));
    return this;
  }

  Page item(String label, String text) {
    blocks.add(new Block.Item(label, text));
    return this;
  }

  Page command(Block.Command command) {
    blocks.add(command);
    return this;
  }

  Page table(List<String> columns, List<List<String>> rows) {
    blocks.add(new Block.Table(columns, rows));
    return this;
  }

  /** All of another page behind this one. */
  public Page and(Page other) {
    blocks.addAll(other.blocks);
    return this;
  }

  List<Block> blocks() {
    return List.copyOf(blocks);
  }

  /** The page as lines for a build's log, none wider than 100 columns if its words allow. */
  public List<Line> lines() {
    return new PlainPage().lines(blocks);
  }

  /** The page as a Markdown document. */
  public String markdown() {
    return new MarkdownPage().text(blocks);
  }
}
