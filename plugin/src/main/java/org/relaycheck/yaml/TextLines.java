package org.relaycheck.yaml;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A text with its lines, whose ends may be LF, CR LF or CR, and the last of which may have none.
 * Where they are is found once: a line may be as long as the file.
 */
final class TextLines {

  private final String text;
  private final int[] starts;
  private final int[] ends;

  TextLines(String text) {
    this.text = text;
    IntStream.Builder starts = IntStream.builder().add(0);
    IntStream.Builder ends = IntStream.builder();
    for (int i = 0; i < text.length(); i++) {
      if (isBreak(text.charAt(i))) {
        ends.add(i);
        i += text.startsWith("\r\n", i) ? 1 : 0;
        starts.add(i + 1);
      }
    }
    this.starts = starts.build().toArray();
    this.ends = ends.add(text.length()).build().toArray();
  }

  /** The whole. */
  String text() {
    return text;
  }

  private int line(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found < 0 ? -found - 2 : found;
  }

  /** How its first line ends. */
  String lineEnd() {
    return starts.length == 1 ? "\n" : text.substring(ends[0], starts[1]);
  }

  /** Before the end of the line in which an offset lies. */
  int endOfLine(int offset) {
    return ends[line(offset)];
  }

  int startOfLine(int offset) {
    return starts[line(offset)];
  }

  /** Where the line behind the one of an offset begins. */
  int next(int offset) {
    int line = line(offset);
    return line + 1 < starts.length ? starts[line + 1] : text.length();
  }

  /** The blanks that the line of an offset begins with. */
  String indent(int offset) {
    int start = startOfLine(offset);
    int at = start;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return text.substring(start, at);
  }

  /** Whether nothing but blanks stands before it on its line. */
  boolean isFirst(int offset) {
    return startOfLine(offset) + indent(offset).length() == offset;
  }

  boolean isBlankBefore(int offset) {
    return offset == 0 || Character.isWhitespace(text.charAt(offset - 1));
  }

  /** The offset without the white space before it. */
  int trimmed(int offset) {
    int at = offset;
    while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** Behind the next word. */
  int endOfWord(int offset) {
    int at = offset;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    while (at < text.length()
        && !Character.isWhitespace(text.charAt(at))
        && ",]}".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /** Whether it is the end of a text whose last line has none. */
  boolean isUnended(int offset) {
    return offset == text.length() && !text.isEmpty() && !isBreak(text.charAt(offset - 1));
  }

  private static boolean isBreak(char character) {
    return character == '\n' || character == '\r';
  }
}
