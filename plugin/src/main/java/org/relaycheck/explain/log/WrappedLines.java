package org.relaycheck.explain.log;

import java.util.List;

/**
 * Lines that a program cut at its width, in the middle of words, as sqlcmd does at 80 columns.
 *
 * @param width of a line that goes on in the next; 0 if none was cut
 */
record WrappedLines(int width) {

  /** The width of a console and of sqlcmd, which does not always write the last column. */
  private static final List<Integer> USUAL = List.of(79, 80);

  /** So many lines of one length are no accident. */
  private static final int ENOUGH = 3;

  static WrappedLines of(List<String> lines) {
    int longest = lines.stream().mapToInt(String::length).max().orElse(0);
    long full = lines.stream().filter(line -> line.length() == longest).count();
    boolean lastIsFull = lines.size() == 1 || full == 0;
    boolean cut = USUAL.contains(longest) || (full >= ENOUGH && longest > USUAL.get(0));
    return new WrappedLines(cut && !lastIsFull ? longest : 0);
  }

  /** Whether a line alone looks as if it were cut: as wide as a console, without an end. */
  static boolean isCut(String line) {
    return USUAL.contains(line.length()) && !line.endsWith(")") && !line.endsWith(".");
  }

  /** Whether a line goes on in the next one. */
  boolean goesOn(String line) {
    return width > 0 && line.length() == width;
  }
}
