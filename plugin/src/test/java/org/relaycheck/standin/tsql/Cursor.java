package org.relaycheck.standin.tsql;

import java.util.List;
import java.util.Optional;
import org.relaycheck.standin.tsql.Token.Kind;

/** A place in a list of tokens. */
final class Cursor {

  private final List<Token> tokens;
  private int at;

  Cursor(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(at);
  }

  boolean sees(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (at + i >= tokens.size() || !tokens.get(at + i).is(words[i])) {
        return false;
      }
    }
    return true;
  }

  /** The name of the column, if one of an alias is next. */
  Optional<String> column() {
    boolean qualified =
        peek().kind() == Kind.WORD && at + 2 < tokens.size() && tokens.get(at + 1).is(".");
    return qualified ? Optional.of(tokens.get(at + 2).text()) : Optional.empty();
  }

  /** Takes these words, if they are next. */
  boolean take(String... words) {
    boolean seen = sees(words);
    if (seen) {
      at += words.length;
    }
    return seen;
  }

  void expect(String... words) {
    for (String word : words) {
      if (!take(word)) {
        throw unexpected("'" + word + "'");
      }
    }
  }

  String expect(Kind kind) {
    Token token = peek();
    if (token.kind() != kind) {
      throw unexpected(kind.toString());
    }
    at++;
    return token.text();
  }

  AssertionError unexpected(String wanted) {
    return SyntaxError.near(peek(), wanted);
  }
}
