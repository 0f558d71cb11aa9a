package org.relaycheck.standin.tsql;

/**
 * What SQL Server answers to a batch that is no T-SQL: it runs nothing of it, and its message
 * prints the text that it could not read.
 */
final class SyntaxError extends AssertionError {
  private static final long serialVersionUID = 1;

  private final String message;

  private SyntaxError(String detail, String message) {
    super(detail);
    this.message = message;
  }

  static SyntaxError near(Token token, String wanted) {
    return new SyntaxError(
        token + ", expected is " + wanted, "Incorrect syntax near '" + token.text() + "'.");
  }

  static SyntaxError near(int line, char unknown) {
    return new SyntaxError(
        "line " + line + ": the scanner does not know '" + unknown + "'",
        "Incorrect syntax near '" + unknown + "'.");
  }

  /**
   * A string that goes to the end of the batch.
   *
   * @param before the word before it
   */
  static SyntaxError notClosed(int line, String before, String text) {
    return new SyntaxError(
        "line " + line + ": a string is not closed",
        "Incorrect syntax near '"
            + before
            + "'. Unclosed quotation mark after the character string '"
            + text
            + "'.");
  }

  static SyntaxError commentNotClosed(int line) {
    return new SyntaxError(
        "line " + line + ": a comment is not closed", "Missing end comment mark '*/'.");
  }

  /** As a client sees it. */
  String message() {
    return message;
  }
}
