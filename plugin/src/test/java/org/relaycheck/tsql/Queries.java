package org.relaycheck.tsql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relaycheck.tsql.Token.Kind;

/** The queries that scripts make, after the word SELECT. */
final class Queries {

  private final Cursor cursor;
  private final Expressions expressions;

  Queries(Cursor cursor, Expressions expressions) {
    this.cursor = cursor;
    this.expressions = expressions;
  }

  Query query() {
    Map<String, Expression> columns = new LinkedHashMap<>();
    do {
      Expression column = expressions.expression();
      String name = cursor.take("AS") ? cursor.expect(Kind.WORD) : "#" + columns.size();
      columns.put(name, column);
    } while (cursor.take(","));
    return new Query(columns, sources(), where());
  }

  List<Query.Source> sources() {
    List<Query.Source> sources = new ArrayList<>();
    if (cursor.take("FROM")) {
      sources.add(source(false));
      while (cursor.take("JOIN")) {
        sources.add(source(true));
      }
    }
    return sources;
  }

  private Query.Source source(boolean joined) {
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
    if (joined) {
      cursor.expect("ON");
      on = expressions.condition();
    }
    return new Query.Source(rows, alias, on);
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
