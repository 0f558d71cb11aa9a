package org.relaycheck.report;

import java.util.List;

/** A page as Markdown. */
final class MarkdownPage {

  private final StringBuilder text = new StringBuilder();
  private boolean list;

  String text(List<Block> blocks) {
    blocks.forEach(this::add);
    return text.toString().stripTrailing() + "\n";
  }

  private void add(Block block) {
    boolean listed = block instanceof Block.Item || block instanceof Block.Command;
    if (list && !listed) {
      text.append('\n');
    }
    list = listed;
    if (block instanceof Block.Heading heading) {
      paragraph("#".repeat(heading.level()) + " " + Markdown.FLOW.text(heading.text()));
    } else if (block instanceof Block.Paragraph paragraph) {
      paragraph(Markdown.FLOW.text(paragraph.text()));
    } else if (block instanceof Block.Item item) {
      String label = item.label().isEmpty() ? "" : "**" + Markdown.FLOW.text(item.label()) + "** ";
      text.append("- ").append(label).append(Markdown.FLOW.text(item.text())).append('\n');
    } else if (block instanceof Block.Command command) {
      String typed = Markdown.FLOW.code(command.text());
      text.append("- ").append(typed).append(' ').append(Markdown.FLOW.text(command.does()));
      text.append('\n');
    } else if (block instanceof Block.Table table) {
      table(table);
    }
  }

  private void paragraph(String paragraph) {
    text.append(paragraph).append("\n\n");
  }

  private void table(Block.Table table) {
    row(table.columns());
    text.append("|").append(" --- |".repeat(table.columns().size())).append('\n');
    table.rows().forEach(row -> row(row.stream().map(Markdown.CELL::text).toList()));
    text.append('\n');
  }

  private void row(List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
