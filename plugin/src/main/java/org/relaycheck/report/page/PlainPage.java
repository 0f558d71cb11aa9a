package org.relaycheck.report;

import java.util.ArrayList;
import java.util.List;
import org.relaycheck.report.Line.Level;

/** A page as plain lines. */
final class PlainPage {

  /** So wide is a terminal, less what Maven puts in front. */
  private static final int WIDTH = 93;

  private static final String NEXT = "    ";

  private final List<Line> lines = new ArrayList<>();

  List<Line> lines(List<Block> blocks) {
    blocks.forEach(this::add);
    return List.copyOf(lines);
  }

  private void add(Block block) {
    if (block instanceof Block.Heading heading) {
      blank();
      wrapped("", Visible.of(heading.text()), "");
    } else if (block instanceof Block.Paragraph paragraph) {
      wrapped("", Visible.of(paragraph.text()), "");
    } else if (block instanceof Block.Item item) {
      String label = item.label().isEmpty() ? "" : Visible.of(item.label()) + ": ";
      wrapped("  - ", label + Visible.of(item.text()), NEXT);
    } else if (block instanceof Block.Command command) {
      String typed = Visible.of(command.text());
      wrapped("  - ", typed + " - " + Visible.of(command.does()), NEXT);
    } else if (block instanceof Block.Table table) {
      rows(table);
    }
  }

  private void rows(Block.Table table) {
    List<List<String>> all = new ArrayList<>(List.of(table.columns()));
    table.rows().forEach(row -> all.add(row.stream().map(Visible::of).toList()));
    Columns columns = new Columns(all);
    all.forEach(row -> line("  " + columns.line(row)));
  }

  /** Breaks at blanks; a word that is too long stays whole, so that it can be copied. */
  private void wrapped(String first, String text, String then) {
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : text.split(" ", -1)) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        line(line.toString());
        line.setLength(0);
        line.append(then);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    line(line.toString());
  }

  private void blank() {
    if (!lines.isEmpty()) {
      line("");
    }
  }

  private void line(String text) {
    lines.add(new Line(Level.INFO, text));
  }
}
