package org.relaycheck.report.text;

import java.util.List;

/** Rows of cells as lines, aligned. */
public final class TextColumns {

  /** A wider cell stands out of its column: one long value must not push every line apart. */
  private static final int WIDEST = 48;

  private static final String GAP = "  ";

  private final int[] widths;

  /**
   * Measures rows of the same length; the last column is never padded.
   *
   * @param rows cells without line breaks
   */
  public TextColumns(List<List<String>> rows) {
    widths = new int[rows.isEmpty() ? 0 : rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        int width = width(row.get(i));
        widths[i] = width > WIDEST ? widths[i] : Math.max(widths[i], width);
      }
    }
  }

  /** The row as a line; nothing is cut. */
  public String line(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = row.get(i);
      if (widths[i] > 0 || !cell.isEmpty()) {
        line.append(cell).append(" ".repeat(Math.max(0, widths[i] - width(cell)))).append(GAP);
      }
    }
    return line.toString().stripTrailing();
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
