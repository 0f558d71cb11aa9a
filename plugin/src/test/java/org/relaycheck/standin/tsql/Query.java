package org.relaycheck.standin.tsql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT.
 *
 * @param columns what it gives, by name
 * @param sources what it is from; none gives one row
 * @param where which rows
 */
record Query(Map<String, Expression> columns, List<Source> sources, Condition where) {

  /**
   * A table or a derived one.
   *
   * @param on how it joins those before it
   * @param join what becomes of those that it does not join
   */
  record Source(Rows rows, String alias, Condition on, Join join) {}

  /** How a source is joined to those before it. */
  enum Join {
    FIRST,
    INNER,
    LEFT
  }

  /** What gives rows. */
  interface Rows {
    List<Map<String, @Nullable Object>> of(Session session, Scope scope);
  }

  /** The scopes of the rows that fit. */
  List<Scope> matches(Session session, Scope outer) {
    List<Scope> scopes = List.of(outer.inside());
    for (Source source : sources) {
      List<Scope> joined = new ArrayList<>();
      for (Scope scope : scopes) {
        joined.addAll(joined(source, session, scope));
      }
      scopes = joined;
    }
    return scopes.stream().filter(scope -> where.met(session, scope)).toList();
  }

  private static List<Scope> joined(Source source, Session session, Scope scope) {
    List<Scope> joined = new ArrayList<>();
    for (Map<String, @Nullable Object> row : source.rows().of(session, scope)) {
      Scope both = scope.with(source.alias(), row);
      if (source.on().met(session, both)) {
        joined.add(both);
      }
    }
    if (joined.isEmpty() && source.join() == Join.LEFT) {
      joined.add(scope.without(source.alias()));
    }
    return joined;
  }

  /** FOR XML PATH(N''): NULL for no rows; what XML would write otherwise must not be there. */
  @Nullable Object joined(Session session, Scope outer, List<Expression> order) {
    List<Scope> matches = new ArrayList<>(matches(session, outer));
    for (int i = order.size() - 1; i >= 0; i--) {
      Expression key = order.get(i);
      matches.sort((a, b) -> Comparing.order(key.value(session, a), key.value(session, b)));
    }
    Expression column = columns.values().iterator().next();
    StringBuilder text = new StringBuilder();
    for (Scope match : matches) {
      text.append(column.value(session, match));
    }
    if (!text.toString().matches("[ -~&&[^<>&]]*")) {
      throw new AssertionError("XML would change " + text);
    }
    return matches.isEmpty() ? null : text.toString();
  }

  List<Map<String, @Nullable Object>> rows(Session session, Scope outer) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (Scope scope : matches(session, outer)) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      columns.forEach((name, column) -> row.put(name, column.value(session, scope)));
      rows.add(row);
    }
    return rows;
  }

  @Nullable Object scalar(Session session, Scope outer) {
    List<Map<String, @Nullable Object>> rows = rows(session, outer);
    if (rows.size() > 1) {
      throw SqlError.ofEngine("Subquery returned more than 1 value.");
    }
    return rows.isEmpty() ? null : rows.get(0).values().iterator().next();
  }
}
