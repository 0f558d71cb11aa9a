package org.relaycheck.standin.powershell;

/** A script's text and the place in it. */
final class Source {

  private static final char END = '\0';

  private final String text;
  private int at;

  Source(String text) {
    this.text = text;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  char peek() {
    return peek(0);
  }

  char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : END;
  }

  char next() {
    return text.charAt(at++);
  }

  boolean looksAt(String word) {
    return text.startsWith(word, at);
  }

  /** A keyword, which no letter, digit or dash follows. */
  boolean keyword(String word) {
    char after = peek(word.length());
    boolean whole = !(Character.isLetterOrDigit(after) || after == '_' || Characters.dash(after));
    if (!looksAt(word) || !whole) {
      return false;
    }
    at += word.length();
    return true;
  }

  boolean take(String word) {
    if (!looksAt(word)) {
      return false;
    }
    at += word.length();
    return true;
  }

  void expect(String word) {
    if (!take(word)) {
      throw strange("expected " + word);
    }
  }

  void blanks() {
    while (!atEnd() && Characters.blank(peek())) {
      at++;
    }
  }

  /** Blanks, line ends, comments and semicolons. */
  void lines() {
    while (!atEnd()) {
      char c = peek();
      if (c == '#') {
        while (!atEnd() && !Characters.lineEnd(peek())) {
          at++;
        }
      } else if (Characters.blank(c) || Characters.lineEnd(c) || c == ';') {
        at++;
      } else {
        return;
      }
    }
  }

  String name() {
    int from = at;
    while (!atEnd() && (Character.isLetterOrDigit(peek()) || peek() == '_')) {
      at++;
    }
    if (from == at) {
      throw strange("expected a name");
    }
    return text.substring(from, at);
  }

  /** What stands in single quotes: any of five characters ends it, two of them stand for one. */
  String singleQuoted() {
    at++;
    StringBuilder value = new StringBuilder();
    while (true) {
      if (atEnd()) {
        throw strange("a string without end");
      }
      char c = next();
      if (!Characters.singleQuote(c)) {
        value.append(c);
      } else if (!atEnd() && Characters.singleQuote(peek())) {
        value.append(next());
      } else {
        return value.toString();
      }
    }
  }

  int mark() {
    return at;
  }

  void back(int mark) {
    at = mark;
  }

  Strange strange(String what) {
    int line = (int) text.substring(0, Math.min(at, text.length())).lines().count();
    int to = Math.min(text.length(), at + 40);
    return new Strange("line " + line + ": " + what + " at <" + text.substring(at, to) + ">");
  }
}
