package org.relaycheck.standin.tsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.relaycheck.standin.tsql.Token.Kind;

/** The expressions and conditions that scripts use. */
final class Expressions {

  private final Cursor cursor;

  Expressions(Cursor cursor) {
    this.cursor = cursor;
  }

  Type type() {
    String name = cursor.expect(Kind.WORD).toLowerCase(Locale.ROOT);
    int length = 1;
    if (cursor.take("(")) {
      length =
          cursor.take("max") ? Integer.MAX_VALUE : Integer.parseInt(cursor.expect(Kind.NUMBER));
      cursor.expect(")");
    }
    return new Type(name, length);
  }

  Expression expression() {
    Expression left = product();
    while (cursor.take("+")) {
      Expression first = left;
      Expression second = product();
      left = (session, scope) -> plus(first.value(session, scope), second.value(session, scope));
    }
    return left;
  }

  /** Of products, scripts have remainders only. */
  private Expression product() {
    Expression left = primary();
    while (cursor.take("%")) {
      Expression first = left;
      Expression second = primary();
      left =
          (session, scope) -> {
            Object number = first.value(session, scope);
            Object by = second.value(session, scope);
            return number == null || by == null ? null : (Long) number % (Long) by;
          };
    }
    return left;
  }

  private static @Nullable Object plus(@Nullable Object a, @Nullable Object b) {
    if (a == null || b == null) {
      return null;
    }
    if (a instanceof Long first && b instanceof Long second) {
      return first + second;
    }
    if (a instanceof String first && b instanceof String second) {
      return first + second;
    }
    throw new AssertionError("plus joins values of one type: " + a + ", " + b);
  }

  private Expression primary() {
    Token token = cursor.peek();
    return switch (token.kind()) {
      case STRING -> constant(cursor.expect(Kind.STRING));
      case NUMBER -> number(cursor.expect(Kind.NUMBER));
      case VARIABLE -> variable(cursor.expect(Kind.VARIABLE));
      case WORD -> word();
      case SYMBOL -> {
        if (cursor.take("-")) {
          yield constant(-Long.parseLong(cursor.expect(Kind.NUMBER)));
        }
        cursor.expect("(", "SELECT");
        Expression scalar = new Queries(cursor, this).scalar();
        cursor.expect(")");
        yield scalar;
      }
      case END -> throw cursor.unexpected("an expression");
    };
  }

  private static Expression number(String digits) {
    return constant(digits.equals("0x00") ? Bin.of("\0") : Long.valueOf(digits));
  }

  private static Expression constant(Object value) {
    return (session, scope) -> value;
  }

  private static Expression variable(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "@@ROWCOUNT" -> (session, scope) -> session.rowCount();
      case "@@TRANCOUNT" -> (session, scope) -> session.transactions();
      case "@@SPID" -> (session, scope) -> 51L;
      default -> (session, scope) -> session.get(name);
    };
  }

  private Expression word() {
    String word = cursor.expect(Kind.WORD);
    if (word.equalsIgnoreCase("NULL")) {
      return (session, scope) -> null;
    }
    if (word.equalsIgnoreCase("CASE")) {
      return choice();
    }
    if (cursor.take("(")) {
      return function(word.toUpperCase(Locale.ROOT));
    }
    if (cursor.take(".")) {
      String column = cursor.expect(Kind.WORD);
      return (session, scope) -> scope.qualified(word, column);
    }
    return (session, scope) -> scope.unqualified(word);
  }

  private Expression choice() {
    cursor.expect("WHEN");
    Condition condition = condition();
    cursor.expect("THEN");
    Expression then = expression();
    cursor.expect("ELSE");
    Expression otherwise = expression();
    cursor.expect("END");
    return (session, scope) ->
        (condition.met(session, scope) ? then : otherwise).value(session, scope);
  }

  private Expression function(String name) {
    if (name.equals("CONVERT")) {
      Type type = type();
      cursor.expect(",");
      Expression value = expression();
      String style = cursor.take(",") ? cursor.expect(Kind.NUMBER) : "0";
      cursor.expect(")");
      return (session, scope) -> type.convert(value.value(session, scope), style);
    }
    List<Expression> arguments = new ArrayList<>();
    while (!cursor.take(")")) {
      arguments.add(expression());
      if (!cursor.sees(")")) {
        cursor.expect(",");
      }
    }
    return (session, scope) ->
        Functions.call(
            name,
            session,
            arguments.stream().map(one -> Optional.ofNullable(one.value(session, scope))).toList());
  }

  Condition condition() {
    Condition left = all();
    while (cursor.take("OR")) {
      left = left.or(all());
    }
    return left;
  }

  private Condition all() {
    Condition left = one();
    while (cursor.take("AND")) {
      left = left.and(one());
    }
    return left;
  }

  private Condition one() {
    if (cursor.take("NOT")) {
      return one().negated();
    }
    if (cursor.sees("(") && !cursor.sees("(", "SELECT")) {
      cursor.expect("(");
      Condition inner = condition();
      cursor.expect(")");
      return inner;
    }
    if (cursor.take("EXISTS", "(")) {
      cursor.expect("SELECT");
      Condition exists = new Queries(cursor, this).exists();
      cursor.expect(")");
      return exists;
    }
    Expression left = expression();
    if (cursor.take("IS")) {
      boolean not = cursor.take("NOT");
      cursor.expect("NULL");
      return (session, scope) -> Optional.of((left.value(session, scope) == null) != not);
    }
    if (cursor.take("LIKE")) {
      return like(left);
    }
    if (cursor.take("NOT", "LIKE")) {
      return like(left).negated();
    }
    return cursor.sees("IN") || cursor.sees("NOT", "IN") ? oneOf(left) : comparison(left);
  }

  /** Of the marks of a pattern, scripts have any text, and one character of a set. */
  private Condition like(Expression left) {
    Pattern pattern =
        Pattern.compile(cursor.expect(Kind.STRING).replace("%", ".*"), Pattern.DOTALL);
    cursor.expect("COLLATE", "Latin1_General_BIN2");
    return (session, scope) ->
        Optional.ofNullable((String) left.value(session, scope))
            .map(text -> pattern.matcher(text).matches());
  }

  private Condition oneOf(Expression left) {
    boolean not = cursor.take("NOT");
    cursor.expect("IN", "(");
    Condition any = (session, scope) -> Optional.of(false);
    do {
      Expression item = expression();
      any =
          any.or((session, scope) -> same(left.value(session, scope), item.value(session, scope)));
    } while (cursor.take(","));
    cursor.expect(")");
    return not ? any.negated() : any;
  }

  private static Optional<Boolean> same(@Nullable Object left, @Nullable Object right) {
    return Comparing.compare(left, right, false).map(sign -> sign == 0);
  }

  private Condition comparison(Expression left) {
    String operator = cursor.expect(Kind.SYMBOL);
    if (!List.of("=", "<>", ">").contains(operator)) {
      throw cursor.unexpected("a comparison, not " + operator);
    }
    Expression right = expression();
    boolean binary = false;
    if (cursor.take("COLLATE")) {
      String collation = cursor.expect(Kind.WORD);
      if (!List.of("Latin1_General_BIN2", "Latin1_General_CI_AS").contains(collation)) {
        throw cursor.unexpected("a collation that every version has");
      }
      binary = collation.endsWith("BIN2");
    }
    boolean exact = binary;
    return (session, scope) ->
        Comparing.compare(left.value(session, scope), right.value(session, scope), exact)
            .map(
                sign ->
                    switch (operator) {
                      case "=" -> sign == 0;
                      case "<>" -> sign != 0;
                      default -> sign > 0;
                    });
  }
}
