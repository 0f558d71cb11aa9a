package org.relaycheck.explain.log;

import java.util.regex.Pattern;

/** Text of a log on one line, whatever its breaks became on the way to where it was pasted. */
final class OneLine {

  /** Line ends spelled out, as log exports and program texts do. */
  private static final Pattern SPELLED = Pattern.compile("<nl\\s*/>|<br\\s*/?>|\\\\r\\\\n|_x000D_");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u202F]+");

  private OneLine() {}

  static String of(String text) {
    String broken = SPELLED.matcher(text).replaceAll(" ");
    return BLANKS.matcher(broken).replaceAll(" ").strip();
  }
}
