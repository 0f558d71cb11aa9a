package org.relaycheck.recorded;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.relaycheck.value.Raw;

/**
 * A value of a Format-List, on one line or wrapped over several.
 *
 * <p>Where a line breaks, PowerShell may have left out a blank (it wraps at words in English,
 * French, German, Italian, Portuguese and Spanish), left out nothing (in other languages, and in
 * words that are too long), or printed a line break of the value itself; the text does not tell
 * which. Only these are put together again: a list in braces, and words between commas, of which
 * every line ends in a comma; and in braces also a line of full width that ends in the middle of an
 * address. All else is unread, for a guess could make a difference look like none.
 */
final class ListedValue {

  private static final Pattern WORDS = Pattern.compile("[A-Za-z0-9]+(?:, [A-Za-z0-9]+)*");
  private static final Pattern CUT_OFF = Pattern.compile("(?s)\\{(?:.*(?:\\.\\.\\.|…)}|.*[^}]|)");
  private static final Pattern IN_ADDRESS = Pattern.compile("[0-9A-Fa-f:.%/\\[\\]-]");

  /** From the end of a name, over the blanks and the colon that was found, to the value. */
  private static final int COLON_AND_BLANK = 2;

  private final int column;
  private final List<String> pieces = new ArrayList<>();
  private final List<Integer> lengths = new ArrayList<>();
  private boolean sure = true;

  /**
   * @param value as far as the line has it
   * @param nameEnd where the name ends
   * @param line the whole line
   */
  ListedValue(String value, int nameEnd, String line) {
    this.column = line.indexOf(':', nameEnd) + COLON_AND_BLANK;
    pieces.add(value);
    lengths.add(line.length());
  }

  /** Whether a line is indented to where this value begins. */
  boolean goesOn(String text) {
    return text.length() > column && text.substring(0, column).isBlank();
  }

  /** Takes a line that goes on, after some blank ones, and gives the length of the line before. */
  int goOn(String text, int blanks) {
    int before = lengths.get(lengths.size() - 1);
    // an empty line inside a value is a line break of its own
    sure &= blanks == 0;
    pieces.add(text.substring(column));
    lengths.add(text.length());
    return before;
  }

  /** The lines put together without a guess at what is between them. */
  String plain() {
    return String.join("", pieces);
  }

  /** The value, if it can be told from lines of this width. */
  Raw raw(int width) {
    String text = joined();
    if (CUT_OFF.matcher(text).matches()) {
      return new Raw.CutOff(text);
    }
    boolean list = text.startsWith("{");
    boolean shaped = list || pieces.size() == 1 || WORDS.matcher(text).matches();
    return shaped && sure && IntStream.range(1, pieces.size()).allMatch(i -> told(i, list, width))
        ? Raw.text(text)
        : new Raw.Unread(
            "it is wrapped after '" + pieces.get(0) + "', and whether a blank was there is lost");
  }

  private String joined() {
    StringBuilder text = new StringBuilder(pieces.get(0));
    for (int i = 1; i < pieces.size(); i++) {
      boolean blank = pieces.get(i - 1).endsWith(",") && !pieces.get(i).startsWith(" ");
      text.append(blank ? " " : "").append(pieces.get(i));
    }
    return text.toString();
  }

  /** Whether it is told what stood before a piece. */
  private boolean told(int i, boolean list, int width) {
    String before = pieces.get(i - 1);
    return before.endsWith(",")
        || (list
            && lengths.get(i - 1) == width
            && IN_ADDRESS.matcher(before.substring(Math.max(0, before.length() - 1))).matches()
            && IN_ADDRESS.matcher(pieces.get(i).substring(0, 1)).matches());
  }
}
