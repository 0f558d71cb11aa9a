package org.relaycheck.report.page;

import java.util.ArrayList;
import java.util.List;
import org.relaycheck.report.text.ConsoleLine;
import org.relaycheck.report.text.ConsoleLine.Level;
import org.relaycheck.report.text.TextColumns;
import org.relaycheck.report.text.VisibleText;

/** A page as plain lines. */
final class PlainPage {

  /** So wide is a terminal, less what Maven puts in front. */
  private static final int WIDTH = 93;

  private static final String NEXT = "    ";

  private final List<ConsoleLine> lines = new ArrayList<>();

  List<ConsoleLine> lines(List<PageBlock> blocks) {
    blocks.forEach(this::add);
    return List.copyOf(lines);
  }

  private void add(PageBlock block) {
    if (block instanceof PageBlock.Heading heading) {
      blank();
      wrapped("", VisibleText.of(heading.text()), "");
    } else if (block instanceof PageBlock.Paragraph paragraph) {
      wrapped("", VisibleText.of(paragraph.text()), "");
    } else if (block instanceof PageBlock.Item item) {
      String label = item.label().isEmpty() ? "" : VisibleText.of(item.label()) + ": ";
      wrapped("  - ", label + VisibleText.of(item.text()), NEXT);
    } else if (block instanceof PageBlock.Command command) {
      String typed = VisibleText.of(command.text());
      wrapped("  - ", typed + " - " + VisibleText.of(command.does()), NEXT);
    } else if (block instanceof PageBlock.Table table) {
      rows(table);
    }
  }

  private void rows(PageBlock.Table table) {
    List<List<String>> all = new ArrayList<>(List.of(table.columns()));
    table.rows().forEach(row -> all.add(row.stream().map(VisibleText::of).toList()));
    TextColumns columns = new TextColumns(all);
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
    lines.add(new ConsoleLine(Level.INFO, text));
  }
}
