package org.relaycheck.standin.tsql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relaycheck.standin.tsql.Token.Kind;

/** The statements that scripts are made of, and no others. */
final class Parser {

  private static final Set<String> ON =
      Set.of(
          "NOCOUNT",
          "XACT_ABORT",
          "QUOTED_IDENTIFIER",
          "ANSI_NULLS",
          "ANSI_PADDING",
          "ANSI_WARNINGS",
          "CONCAT_NULL_YIELDS_NULL");

  private final Cursor cursor;
  private final Expressions expressions;
  private final Queries queries;

  Parser(List<Token> tokens) {
    this.cursor = new Cursor(tokens);
    this.expressions = new Expressions(cursor);
    this.queries = new Queries(cursor, expressions);
  }

  Statement batch() {
    List<Statement> statements = new ArrayList<>();
    while (cursor.peek().kind() != Kind.END) {
      statements.add(statement());
    }
    return all(statements);
  }

  private static Statement all(List<Statement> statements) {
    return session -> statements.forEach(one -> one.run(session));
  }

  private Statement until(String... end) {
    List<Statement> statements = new ArrayList<>();
    while (!cursor.take(end)) {
      statements.add(statement());
    }
    if (statements.isEmpty()) {
      throw cursor.unexpected("a statement between BEGIN and END");
    }
    return all(statements);
  }

  private Statement statement() {
    if (cursor.take("BEGIN", "TRY")) {
      return attempt();
    }
    if (cursor.take("BEGIN", "TRANSACTION")) {
      return ended(Session::begin);
    }
    if (cursor.take("BEGIN")) {
      return until("END");
    }
    if (cursor.take("COMMIT", "TRANSACTION")) {
      return ended(Session::commit);
    }
    if (cursor.take("ROLLBACK", "TRANSACTION")) {
      return ended(Session::rollback);
    }
    if (cursor.take("IF")) {
      return choice();
    }
    if (cursor.take("WHILE")) {
      return loop();
    }
    return ended(simple());
  }

  private Statement ended(Statement statement) {
    cursor.expect(";");
    return statement;
  }

  private Statement attempt() {
    Statement body = until("END", "TRY");
    cursor.expect("BEGIN", "CATCH");
    Statement handler = until("END", "CATCH");
    return session -> session.attempt(() -> body.run(session), () -> handler.run(session));
  }

  private Statement choice() {
    Condition condition = expressions.condition();
    Statement then = statement();
    Statement otherwise = cursor.take("ELSE") ? statement() : session -> {};
    return session -> {
      boolean met = condition.met(session, Scope.EMPTY);
      session.rowCount(0); // a statement of its own
      (met ? then : otherwise).run(session);
    };
  }

  private Statement loop() {
    Condition condition = expressions.condition();
    Statement body = statement();
    return session -> {
      while (condition.met(session, Scope.EMPTY)) {
        body.run(session);
      }
    };
  }

  private Statement simple() {
    if (cursor.take("SET")) {
      return set();
    }
    if (cursor.take("DECLARE")) {
      return declare();
    }
    if (cursor.take("SELECT")) {
      return select();
    }
    if (cursor.take("EXEC")) {
      return call();
    }
    if (cursor.take("PRINT")) {
      Expression text = expressions.expression();
      return session -> session.print(text.value(session, Scope.EMPTY));
    }
    if (cursor.take("RAISERROR", "(")) {
      return raise();
    }
    cursor.expect("RETURN");
    return session -> {
      throw new Session.Return();
    };
  }

  private Statement set() {
    if (cursor.peek().kind() == Kind.VARIABLE) {
      String variable = cursor.expect(Kind.VARIABLE);
      cursor.expect("=");
      Expression value = expressions.expression();
      return session -> session.set(variable, value.value(session, Scope.EMPTY));
    }
    if (cursor.take("LOCK_TIMEOUT")) {
      cursor.expect(Kind.NUMBER);
      return session -> {};
    }
    if (cursor.take("IMPLICIT_TRANSACTIONS", "OFF") || cursor.take("QUOTED_IDENTIFIER", "OFF")) {
      return session -> {};
    }
    String option = cursor.expect(Kind.WORD);
    if (!ON.contains(option)) {
      throw cursor.unexpected("an option that scripts set, not " + option);
    }
    cursor.expect("ON");
    return session -> {};
  }

  private Statement declare() {
    Map<String, Type> types = new LinkedHashMap<>();
    do {
      types.put(cursor.expect(Kind.VARIABLE), expressions.type());
    } while (cursor.take(","));
    return session -> types.forEach(session::declare);
  }

  /** Of variables only: a script shows no rows. */
  private Statement select() {
    Map<String, Expression> targets = new LinkedHashMap<>();
    boolean count = false;
    do {
      String variable = cursor.expect(Kind.VARIABLE);
      cursor.expect("=");
      count = cursor.take("COUNT", "(", "*", ")");
      targets.put(variable, count ? (session, scope) -> null : expressions.expression());
    } while (cursor.take(","));
    Query query = new Query(Map.of(), queries.sources(), queries.where());
    boolean counting = count;
    return session -> {
      List<Scope> rows = query.matches(session, Scope.EMPTY);
      if (counting) {
        session.set(targets.keySet().iterator().next(), (long) rows.size());
      } else {
        rows.forEach(
            row -> targets.forEach((name, value) -> session.set(name, value.value(session, row))));
      }
      session.rowCount(counting ? 1 : rows.size());
    };
  }

  private Statement raise() {
    String format = cursor.expect(Kind.STRING);
    cursor.expect(",");
    boolean severe = cursor.expect(Kind.NUMBER).equals("16");
    cursor.expect(",");
    if (!severe || !cursor.expect(Kind.NUMBER).equals("1")) {
      throw cursor.unexpected("severity 16, state 1");
    }
    List<String> variables = new ArrayList<>();
    while (cursor.take(",")) {
      variables.add(cursor.expect(Kind.VARIABLE));
    }
    cursor.expect(")");
    if (format.split("%[sd]", -1).length != variables.size() + 1
        || format.matches(".*%[^sd].*|.*%")) {
      throw cursor.unexpected("an argument for each mark of '" + format + "'");
    }
    return session -> {
      String message = format;
      for (String variable : variables) {
        Object value = session.get(variable);
        message =
            message.replaceFirst(
                "%[sd]", java.util.regex.Matcher.quoteReplacement(String.valueOf(value)));
      }
      session.raise(message);
    };
  }

  private Statement call() {
    String code = cursor.expect(Kind.VARIABLE);
    cursor.expect("=");
    String procedure = queries.name();
    Map<String, Expression> arguments = new LinkedHashMap<>();
    Map<String, String> outputs = new LinkedHashMap<>();
    while (cursor.peek().kind() == Kind.VARIABLE) {
      String parameter = cursor.expect(Kind.VARIABLE);
      cursor.expect("=");
      Token given = cursor.peek();
      Expression value = argument();
      if (arguments.put(parameter, value) != null) {
        throw cursor.unexpected("each parameter once");
      }
      if (cursor.take("OUTPUT")) {
        outputs.put(parameter, given.text());
      }
      if (!cursor.take(",")) {
        break;
      }
    }
    return session -> {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      arguments.forEach((name, value) -> values.put(name, value.value(session, Scope.EMPTY)));
      Map<String, @Nullable Object> results = session.server().call(session, procedure, values);
      session.set(code, results.get(""));
      outputs.forEach((parameter, variable) -> session.set(variable, results.get(parameter)));
    };
  }

  /** A variable or a number: procedures take no expressions. */
  private Expression argument() {
    if (cursor.peek().kind() == Kind.NUMBER) {
      long number = Long.parseLong(cursor.expect(Kind.NUMBER));
      return (session, scope) -> number;
    }
    String variable = cursor.expect(Kind.VARIABLE);
    return (session, scope) -> session.get(variable);
  }
}
