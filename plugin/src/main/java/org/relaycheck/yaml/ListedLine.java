package org.relaycheck.yaml;

import java.util.ArrayList;
import java.util.List;
import org.relaycheck.state.Place;

/**
 * A line of a file that lists things in cells, such as the members of a set or the hosts.
 *
 * @param cells each with its place; at least one
 * @param unclosed whether a quote of the last cell has no end
 */
public record ListedLine(List<Cell> cells, boolean unclosed) {

  private static final char QUOTE = '"';

  public ListedLine {
    cells = List.copyOf(cells);
  }

  /** What stands between two separators, without quotes and outer blanks. */
  public record Cell(String text, Place place) {}

  /** Whether a line says nothing: it is empty, or begins with {@code #}. */
  public static boolean isSkipped(String line) {
    return line.isBlank() || line.stripLeading().startsWith("#");
  }

  /** What parts the cells, as the first line that says something shows it. */
  public static char separator(String line) {
    return line.indexOf(';') >= 0 ? ';' : ',';
  }

  /**
   * Takes a line apart.
   *
   * @param number from 1
   */
  public static ListedLine of(String line, char separator, String file, int number) {
    List<Cell> cells = new ArrayList<>();
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i <= line.length(); i++) {
      boolean end = i == line.length() || (!quoted && line.charAt(i) == separator);
      if (end) {
        cells.add(cell(line, start, i, file, number));
        start = i + 1;
      } else if (line.charAt(i) == QUOTE) {
        quoted = !quoted;
      }
    }
    return new ListedLine(cells, quoted);
  }

  private static Cell cell(String line, int start, int end, String file, int number) {
    int from = start;
    while (from < end && Character.isWhitespace(line.charAt(from))) {
      from++;
    }
    String text = line.substring(from, end).strip();
    boolean quoted = text.length() > 1 && text.charAt(0) == QUOTE && text.endsWith("\"");
    String bare = quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
    int column = line.codePointCount(0, from) + 1;
    return new Cell(bare.strip(), new Place(file, number, column));
  }
}
