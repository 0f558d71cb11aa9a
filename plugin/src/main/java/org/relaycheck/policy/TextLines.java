package org.relaycheck.policy;

/**
 * A text with its lines, whose ends may be LF, CR LF or CR, and the last of which may have none.
 *
 * @param text the whole
 */
record TextLines(String text) {

  /** How its first line ends. */
  String lineEnd() {
    int first = endOfLine(0);
    return first == text.length() ? "\n" : text.substring(first, next(first));
  }

  /** Before the end of the line in which an offset lies. */
  int endOfLine(int offset) {
    int at = offset;
    while (at < text.length() && !isBreak(text.charAt(at))) {
      at++;
    }
    return at;
  }

  int startOfLine(int offset) {
    int at = offset;
    while (at > 0 && !isBreak(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** Where the line behind the one of an offset begins. */
  int next(int offset) {
    int end = endOfLine(offset);
    return text.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, text.length());
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

  /** With another text between two offsets. */
  String with(int from, int to, String other) {
    return text.substring(0, from) + other + text.substring(to);
  }

  /**
   * With a line of its own before the line that begins at an offset; a last line without end keeps
   * none.
   */
  String withLine(int start, String line) {
    boolean unended = start == text.length() && !text.isEmpty() && !isBreak(text.charAt(start - 1));
    return with(start, start, unended ? lineEnd() + line : line + lineEnd());
  }

  private static boolean isBreak(char character) {
    return character == '\n' || character == '\r';
  }
}
