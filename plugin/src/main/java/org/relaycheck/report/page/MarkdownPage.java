package org.relaycheck.report.page;

import java.util.List;
import org.relaycheck.report.text.MarkdownText;

/** A page as Markdown. */
final class MarkdownPage {

  private final StringBuilder text = new StringBuilder();
  private boolean list;

  String text(List<PageBlock> blocks) {
    blocks.forEach(this::add);
    return text.toString().stripTrailing() + "\n";
  }

  private void add(PageBlock block) {
    boolean listed = block instanceof PageBlock.Item || block instanceof PageBlock.Command;
    if (list && !listed) {
      text.append('\n');
    }
    list = listed;
    if (block instanceof PageBlock.Heading heading) {
      paragraph("#".repeat(heading.level()) + " " + MarkdownText.FLOW.text(heading.text()));
    } else if (block instanceof PageBlock.Paragraph paragraph) {
      paragraph(MarkdownText.FLOW.text(paragraph.text()));
    } else if (block instanceof PageBlock.Item item) {
      String label =
          item.label().isEmpty() ? "" : "**" + MarkdownText.FLOW.text(item.label()) + "** ";
      text.append("- ").append(label).append(MarkdownText.FLOW.text(item.text())).append('\n');
    } else if (block instanceof PageBlock.Command command) {
      String typed = MarkdownText.FLOW.code(command.text());
      text.append("- ").append(typed).append(' ').append(MarkdownText.FLOW.text(command.does()));
      text.append('\n');
    } else if (block instanceof PageBlock.Table table) {
      table(table);
    }
  }

  private void paragraph(String paragraph) {
    text.append(paragraph).append("\n\n");
  }

  private void table(PageBlock.Table table) {
    row(table.columns());
    text.append("|").append(" --- |".repeat(table.columns().size())).append('\n');
    table.rows().forEach(row -> row(row.stream().map(MarkdownText.CELL::text).toList()));
    text.append('\n');
  }

  private void row(List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
