package org.relaycheck.report.text;

import java.util.List;

/** Markdown that is being written, no longer than a pull request takes. */
public final class LimitedComment {

  /** GitHub takes 65 536 characters; the rest is for those who put a line of their own above. */
  private static final int MOST = 65_000;

  /** For what stands at the end whatever comes before. */
  private static final int RESERVED = 1_000;

  private final StringBuilder text = new StringBuilder();
  private String pending = "";
  private int left;

  /** A paragraph, or a heading, with an empty line after it. */
  public void paragraph(String paragraph) {
    add(paragraph + "\n\n");
  }

  /** A heading, and a paragraph if it is not empty, that are written with the first row or item. */
  public void section(String heading, String paragraph) {
    end();
    pending = heading + "\n\n" + (paragraph.isEmpty() ? "" : paragraph + "\n\n");
  }

  /** A section with a table. */
  public void table(String heading, String paragraph, List<String> columns) {
    section(heading, paragraph);
    pending += cells(columns) + "|" + " --- |".repeat(columns.size()) + "\n";
  }

  /** A row of the table, of as many cells as it has columns. */
  public void row(String... cells) {
    add(cells(List.of(cells)));
  }

  /** An item of a list. */
  public void item(String item) {
    add("- " + item + "\n");
  }

  /** Text that a reader unfolds. */
  public void details(String summary, String folded) {
    add("\n<details><summary>" + summary + "</summary>\n\n" + folded + "\n\n</details>\n");
  }

  /** What stands at the end, for which there is always room. */
  public void last(String heading, String paragraph) {
    end();
    text.append(heading).append("\n\n").append(paragraph).append("\n\n");
  }

  /** Ends with how many lines did not fit, if any. */
  public String text() {
    end();
    if (left > 0) {
      String more = left == 1 ? "1 more line does" : left + " more lines do";
      text.append("**").append(more).append(" not fit here; report.json has all.**\n");
    }
    return text.toString().stripTrailing() + "\n";
  }

  /** Whoever comes after the first that does not fit is left out too, so that no gap is hidden. */
  private void add(String more) {
    if (left > 0 || text.length() + pending.length() + more.length() > MOST - RESERVED) {
      left++;
      return;
    }
    text.append(pending).append(more);
    pending = "";
  }

  private void end() {
    boolean open = text.length() > 0 && !text.substring(text.length() - 2).equals("\n\n");
    text.append(open ? "\n" : "");
    pending = "";
  }

  private static String cells(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
