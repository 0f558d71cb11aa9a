package org.relaycheck.tsql;

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
   */
  record Source(Rows rows, String alias, Condition on) {}

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
        for (Map<String, @Nullable Object> row : source.rows().of(session, scope)) {
          Scope both = scope.with(source.alias(), row);
          if (source.on().met(session, both)) {
            joined.add(both);
          }
        }
      }
      scopes = joined;
    }
    return scopes.stream().filter(scope -> where.met(session, scope)).toList();
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
