package org.relaycheck.standin.tsql;

/**
 * A word of T-SQL.
 *
 * @param kind what it is
 * @param text a string's value, or the spelling
 * @param line from 1
 */
public record Token(Kind kind, String text, int line) {

  /** What a token is. */
  public enum Kind {
    WORD,
    VARIABLE,
    NUMBER,
    STRING,
    SYMBOL,
    END
  }

  /** Whether it is this keyword or symbol. */
  public boolean is(String word) {
    return (kind == Kind.WORD || kind == Kind.SYMBOL || kind == Kind.VARIABLE)
        && text.equalsIgnoreCase(word);
  }

  @Override
  public String toString() {
    return "line " + line + ": " + (kind == Kind.END ? "end" : "'" + text + "'");
  }
}
