package org.relaycheck.standin.tsql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relaycheck.standin.tsql.Token.Kind;

/** The queries that scripts make, after the word SELECT. */
final class Queries {

  private final Cursor cursor;
  private final Expressions expressions;

  Queries(Cursor cursor, Expressions expressions) {
    this.cursor = cursor;
    this.expressions = expressions;
  }

  /** What stands in parentheses as a value: one row's column, a count, or rows as one text. */
  Expression scalar() {
    if (cursor.take("COUNT", "(", "*", ")")) {
      Query counted = new Query(Map.of(), sources(), where());
      return (session, scope) -> (long) counted.matches(session, scope).size();
    }
    Query query = query();
    if (!cursor.take("ORDER", "BY")) {
      return query::scalar;
    }
    List<Expression> order = new ArrayList<>();
    do {
      order.add(expressions.expression());
    } while (cursor.take(","));
    cursor.expect("FOR", "XML", "PATH", "(");
    if (!cursor.expect(Kind.STRING).isEmpty()) {
      throw cursor.unexpected("rows without an element around them");
    }
    cursor.expect(")");
    return (session, scope) -> query.joined(session, scope, order);
  }

  Query query() {
    Map<String, Expression> columns = new LinkedHashMap<>();
    do {
      String own = cursor.column().orElse("#" + columns.size());
      Expression column = expressions.expression();
      String name = cursor.take("AS") ? cursor.expect(Kind.WORD) : own;
      columns.put(name, column);
    } while (cursor.take(","));
    return new Query(columns, sources(), where());
  }

  List<Query.Source> sources() {
    List<Query.Source> sources = new ArrayList<>();
    if (cursor.take("FROM")) {
      sources.add(source(Query.Join.FIRST));
      while (cursor.sees("JOIN") || cursor.sees("LEFT", "JOIN")) {
        Query.Join join = cursor.take("LEFT") ? Query.Join.LEFT : Query.Join.INNER;
        cursor.expect("JOIN");
        sources.add(source(join));
      }
    }
    return sources;
  }

  private Query.Source source(Query.Join join) {
    Query.Rows rows;
    if (cursor.take("(")) {
      cursor.expect("SELECT");
      Query query = query();
      cursor.expect(")");
      rows = query::rows;
    } else {
      String table = name();
      rows = (session, scope) -> session.server().table(table);
    }
    cursor.expect("AS");
    String alias = cursor.expect(Kind.WORD);
    if (cursor.take("WITH")) {
      cursor.expect("(", "UPDLOCK", ",", "HOLDLOCK", ")");
    }
    Condition on = (session, scope) -> Optional.of(true);
    if (join != Query.Join.FIRST) {
      cursor.expect("ON");
      on = expressions.condition();
    }
    return new Query.Source(rows, alias, on, join);
  }

  String name() {
    StringBuilder name = new StringBuilder(cursor.expect(Kind.WORD));
    while (cursor.take(".")) {
      name.append('.').append(cursor.expect(Kind.WORD));
    }
    return name.toString();
  }

  Condition where() {
    return cursor.take("WHERE") ? expressions.condition() : (session, scope) -> Optional.of(true);
  }

  /** What stands in EXISTS: a query, or one without what another gives. */
  Condition exists() {
    Query first = query();
    if (!cursor.take("EXCEPT")) {
      return (session, scope) -> Optional.of(!first.rows(session, scope).isEmpty());
    }
    cursor.expect("SELECT");
    Query second = query();
    return (session, scope) -> {
      List<List<@Nullable Object>> taken = keys(second.rows(session, scope));
      return Optional.of(
          keys(first.rows(session, scope)).stream().anyMatch(k -> !taken.contains(k)));
    };
  }

  /** EXCEPT takes two NULLs for the same. */
  private static List<List<@Nullable Object>> keys(List<Map<String, @Nullable Object>> rows) {
    List<List<@Nullable Object>> keys = new ArrayList<>();
    for (Map<String, @Nullable Object> row : rows) {
      List<@Nullable Object> key = new ArrayList<>();
      for (Object value : row.values()) {
        if (value instanceof String) {
          throw new AssertionError("EXCEPT compares texts by the server's collation: use bytes");
        }
        key.add(
            value instanceof Bin bin ? bin.compared() : Objects.requireNonNullElse(value, "NULL"));
      }
      keys.add(key);
    }
    return keys;
  }
}
