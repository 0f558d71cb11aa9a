package org.relaycheck.record;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.relaycheck.value.Raw;

/**
 * A value of a Format-List, on one line or wrapped over several.
 *
 * <p>Where a line breaks, PowerShell may have left out a blank (it wraps at words in English,
 * French, German, Italian, Portuguese and Spanish), left out nothing (in other languages, in words
 * that are too long, and where a console cuts), or printed a line break of the value itself; the
 * text does not tell which. A list in braces, and words between commas, of which every line ends in
 * a comma, are put together again; of another value only what its row's type takes in one way. All
 * else is unread, for a guess could make a difference look like none.
 */
final class ListedValue {

  private static final Pattern WORDS = Pattern.compile("[A-Za-z0-9]+(?:, [A-Za-z0-9]+)*");

  /** From the end of a name, over the blanks and the colon that was found, to the value. */
  private static final int COLON_AND_BLANK = 2;

  private final int column;
  private final int length;
  private final List<String> pieces = new ArrayList<>();
  private boolean sure = true;

  /**
   * @param value as far as the line has it
   * @param nameEnd where the name ends
   * @param line the whole line
   */
  ListedValue(String value, int nameEnd, String line) {
    this.column = line.indexOf(':', nameEnd) + COLON_AND_BLANK;
    this.length = line.length();
    pieces.add(value);
  }

  /** Whether a line is indented to where this value begins. */
  boolean goesOn(String text) {
    return text.length() > column && text.substring(0, column).isBlank();
  }

  /** Takes a line that goes on, after some blank ones. */
  void goOn(String text, int blanks) {
    // an empty line inside a value is a line break of its own
    sure &= blanks == 0;
    pieces.add(goesOn(text) ? text.substring(column) : text);
  }

  /** How long its line is; 0 if it goes on after it, so that nothing is lost. */
  int width() {
    return pieces.size() == 1 ? length : 0;
  }

  /** The lines put together without a guess at what is between them. */
  String plain() {
    return String.join("", pieces);
  }

  /** The value of a name, if it can be told. */
  Raw raw(String name, RecordedValues values) {
    return sure || pieces.size() == 1
        ? wrapped(name, pieces, values)
        : new Raw.Unread(doubt(pieces));
  }

  /** The value that stands on several lines, if it can be told. */
  static Raw wrapped(String name, List<String> pieces, RecordedValues values) {
    if (pieces.size() == 1) {
      return values.listed(name, pieces.get(0));
    }
    String text = joined(pieces);
    boolean shaped = text.startsWith("{") || WORDS.matcher(text).matches();
    boolean parted =
        IntStream.range(1, pieces.size()).allMatch(i -> pieces.get(i - 1).endsWith(","));
    return shaped && parted
        ? values.listed(name, text)
        : values.told(
            name, List.of(String.join("", pieces), String.join(" ", pieces)), doubt(pieces));
  }

  private static String doubt(List<String> pieces) {
    return "it is wrapped after '" + pieces.get(0) + "', and whether a blank was there is lost";
  }

  /** With a blank behind each comma. */
  private static String joined(List<String> pieces) {
    StringBuilder text = new StringBuilder(pieces.get(0));
    for (String piece : pieces.subList(1, pieces.size())) {
      boolean comma = text.length() > 0 && text.charAt(text.length() - 1) == ',';
      text.append(comma && !piece.startsWith(" ") ? " " : "").append(piece);
    }
    return text.toString();
  }
}
