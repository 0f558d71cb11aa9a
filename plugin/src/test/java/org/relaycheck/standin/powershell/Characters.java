package org.relaycheck.standin.powershell;

/** PowerShell's classes of characters, as its tokenizer has them since its first open version. */
final class Characters {

  private static final String SINGLE_QUOTES = "'\u2018\u2019\u201a\u201b";
  private static final String DOUBLE_QUOTES = "\"\u201c\u201d\u201e";
  private static final String DASHES = "-\u2013\u2014\u2015";
  private static final String BLANKS = "\t\u000b\f \u0085\u00a0";

  private Characters() {}

  static boolean singleQuote(char c) {
    return SINGLE_QUOTES.indexOf(c) >= 0;
  }

  static boolean doubleQuote(char c) {
    return DOUBLE_QUOTES.indexOf(c) >= 0;
  }

  static boolean dash(char c) {
    return DASHES.indexOf(c) >= 0;
  }

  /** Line and paragraph separators are blanks here, not line ends. */
  static boolean blank(char c) {
    return BLANKS.indexOf(c) >= 0 || Character.isSpaceChar(c);
  }

  static boolean lineEnd(char c) {
    return c == '\r' || c == '\n';
  }
}
