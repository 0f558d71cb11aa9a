package org.relaycheck.tsql;

import java.util.ArrayList;
import java.util.List;
import org.relaycheck.tsql.Token.Kind;

/** T-SQL's scanner: strings with doubled quotes, comments, which nest, and nothing unusual. */
public final class Scanner {

  private static final String SYMBOLS = "(),;.=<>+-*";

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;

  private Scanner(String text) {
    this.text = text;
  }

  /** The tokens of a batch, an end at last. */
  public static List<Token> scan(String batch) {
    Scanner scanner = new Scanner(batch);
    while (scanner.at < batch.length()) {
      scanner.next();
    }
    scanner.add(Kind.END, "");
    return scanner.tokens;
  }

  private void next() {
    char c = text.charAt(at);
    if (c == '\n') {
      line++;
      at++;
    } else if (c == ' ' || c == '\r' || c == '\t') {
      at++;
    } else if (text.startsWith("--", at)) {
      comment();
    } else if (text.startsWith("/*", at)) {
      nested();
    } else if (c == '\'') {
      string(at);
    } else if (c == 'N' && text.startsWith("N'", at)) {
      string(at + 1);
    } else if (letter(c) || c == '@') {
      word(c == '@' ? Kind.VARIABLE : Kind.WORD);
    } else if (digit(c)) {
      word(Kind.NUMBER);
    } else if (SYMBOLS.indexOf(c) >= 0) {
      symbol();
    } else {
      throw new AssertionError("line " + line + ": the scanner does not know '" + c + "'");
    }
  }

  private void comment() {
    while (at < text.length() && text.charAt(at) != '\n') {
      at++;
    }
  }

  private void nested() {
    int depth = 0;
    do {
      if (text.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (text.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else if (at < text.length()) {
        at++;
      } else {
        throw new AssertionError("line " + line + ": a comment is not closed");
      }
    } while (depth > 0);
  }

  private void string(int quote) {
    StringBuilder value = new StringBuilder();
    int i = quote + 1;
    while (true) {
      if (i >= text.length()) {
        throw new AssertionError("line " + line + ": a string is not closed");
      }
      char c = text.charAt(i);
      if (c == '\'' && text.startsWith("''", i)) {
        value.append('\'');
        i += 2;
      } else if (c == '\'') {
        break;
      } else {
        value.append(c);
        i++;
      }
    }
    add(Kind.STRING, value.toString());
    line += (int) value.chars().filter(c -> c == '\n').count();
    at = i + 1;
  }

  private void word(Kind kind) {
    int start = at;
    while (at < text.length()
        && (letter(text.charAt(at)) || digit(text.charAt(at)) || text.charAt(at) == '@')) {
      at++;
    }
    add(kind, text.substring(start, at));
  }

  private void symbol() {
    String two = at + 2 <= text.length() ? text.substring(at, at + 2) : "";
    String symbol = List.of("<>", "<=", ">=").contains(two) ? two : text.substring(at, at + 1);
    at += symbol.length();
    add(Kind.SYMBOL, symbol);
  }

  private void add(Kind kind, String word) {
    tokens.add(new Token(kind, word, line));
  }

  private static boolean letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '#';
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
