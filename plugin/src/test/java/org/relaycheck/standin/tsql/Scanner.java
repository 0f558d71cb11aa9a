package org.relaycheck.standin.tsql;

import java.util.ArrayList;
import java.util.List;
import org.relaycheck.standin.tsql.Token.Kind;

/**
 * T-SQL's scanner: strings with doubled quotes, comments, which nest, strings in double quotes
 * while QUOTED_IDENTIFIER is off, and nothing unusual.
 */
public final class Scanner {

  private static final String SYMBOLS = "(),;.=<>+-*%";

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;

  /** Whether double quotes are around identifiers; these scripts have none. */
  private boolean identifiers = true;

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
    } else if (c == '\'' || (c == '"' && !identifiers)) {
      string(at, c);
    } else if (c == 'N' && text.startsWith("N'", at)) {
      string(at + 1, '\'');
    } else if (letter(c) || c == '@') {
      word(c == '@' ? Kind.VARIABLE : Kind.WORD);
    } else if (digit(c)) {
      word(Kind.NUMBER);
    } else if (SYMBOLS.indexOf(c) >= 0) {
      symbol();
    } else {
      throw SyntaxError.near(line, c);
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
        throw SyntaxError.commentNotClosed(line);
      }
    } while (depth > 0);
  }

  private void string(int start, char quote) {
    StringBuilder value = new StringBuilder();
    int i = start + 1;
    while (true) {
      if (i >= text.length()) {
        String before = tokens.isEmpty() ? "" : tokens.get(tokens.size() - 1).text();
        throw SyntaxError.notClosed(line, before, value.toString());
      }
      char c = text.charAt(i);
      if (c == quote && i + 1 < text.length() && text.charAt(i + 1) == quote) {
        value.append(quote);
        i += 2;
      } else if (c == quote) {
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
    option();
  }

  /** A batch is read with the option as it stands above, whether or not that statement runs. */
  private void option() {
    int last = tokens.size() - 1;
    if (last >= 2
        && tokens.get(last - 2).is("SET")
        && tokens.get(last - 1).is("QUOTED_IDENTIFIER")) {
      identifiers = tokens.get(last).is("ON");
    }
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
