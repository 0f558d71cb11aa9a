package org.relaycheck.standin.tsql;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows that an expression can see: those of its own query first, then those around it. */
final class Scope {

  static final Scope EMPTY = new Scope(Map.of(), null);

  private final Map<String, Map<String, @Nullable Object>> rows;
  private final @Nullable Scope outer;

  Scope(Map<String, Map<String, @Nullable Object>> rows, @Nullable Scope outer) {
    this.rows = rows;
    this.outer = outer;
  }

  Scope with(String alias, Map<String, @Nullable Object> row) {
    Map<String, Map<String, @Nullable Object>> more = new HashMap<>(rows);
    more.put(alias, row);
    return new Scope(more, outer);
  }

  /** Where a LEFT JOIN has found nothing: all columns are NULL. */
  Scope without(String alias) {
    Map<String, Map<String, @Nullable Object>> more = new HashMap<>(rows);
    more.put(alias, new NoRow());
    return new Scope(more, outer);
  }

  /** A row in which every column is there and NULL. */
  private static final class NoRow extends HashMap<String, @Nullable Object> {
    private static final long serialVersionUID = 1;

    @Override
    public boolean containsKey(@Nullable Object column) {
      return true;
    }
  }

  Scope inside() {
    return new Scope(Map.of(), this);
  }

  @Nullable Object qualified(String alias, String column) {
    Map<String, @Nullable Object> row = rows.get(alias);
    if (row != null) {
      if (!row.containsKey(column)) {
        throw new AssertionError("Invalid column name " + alias + "." + column);
      }
      return row.get(column);
    }
    if (outer == null) {
      throw new AssertionError("unknown alias " + alias);
    }
    return outer.qualified(alias, column);
  }

  @Nullable Object unqualified(String column) {
    for (Map<String, @Nullable Object> row : rows.values()) {
      if (row.containsKey(column)) {
        return row.get(column);
      }
    }
    if (outer == null) {
      throw new AssertionError("Invalid column name " + column);
    }
    return outer.unqualified(column);
  }
}
