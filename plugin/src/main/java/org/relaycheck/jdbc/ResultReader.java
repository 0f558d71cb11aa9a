package org.relaycheck.jdbc;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relaycheck.live.SqlQuestion;
import org.relaycheck.state.LastChange;
import org.relaycheck.value.Raw;

/** Reads the result sets of a {@link SqlQuestion}, which say themselves what they are. */
final class ResultReader {

  private static final String CHANGED_BY = "changed by";
  private static final String CHANGED_AT = "changed at";
  private static final String UNREAD = "unread ";

  private final ResultSet rows;
  private final List<String> columns = new ArrayList<>();

  ResultReader(ResultSet rows) throws SQLException {
    this.rows = rows;
    ResultSetMetaData data = rows.getMetaData();
    for (int i = 1; i <= data.getColumnCount(); i++) {
      columns.add(data.getColumnLabel(i));
    }
  }

  /** What the rows are. */
  String shape() {
    return columns.get(0);
  }

  /** The first column of the first row. */
  String word() throws SQLException {
    return rows.next() ? text(1) : "";
  }

  /** Two columns as a map. */
  Map<String, String> pairs() throws SQLException {
    Map<String, String> pairs = new LinkedHashMap<>();
    while (rows.next()) {
      pairs.put(text(1), text(2));
    }
    return pairs;
  }

  /** Every cell of every row; NULL is empty. */
  List<List<String>> cells() throws SQLException {
    List<List<String>> cells = new ArrayList<>();
    while (rows.next()) {
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= columns.size(); i++) {
        row.add(text(i));
      }
      cells.add(row);
    }
    return cells;
  }

  void into(KindAnswer gathered) throws SQLException {
    switch (shape()) {
      case "resource" -> resources(gathered);
      case "list" -> lists(gathered);
      case "setting of" -> settings(gathered);
      case "unread" -> gathered.unread(word());
      default -> gathered.unread("the server answered '" + shape() + "', which is not understood");
    }
  }

  private void resources(KindAnswer gathered) throws SQLException {
    while (rows.next()) {
      Map<String, Raw> settings = new HashMap<>();
      Map<String, Raw> unread = new HashMap<>();
      for (int i = 2; i <= columns.size(); i++) {
        String column = columns.get(i - 1);
        if (column.startsWith(UNREAD)) {
          unread.putAll(reasons(column, rows.getString(i)));
        } else if (!column.equals(CHANGED_BY) && !column.equals(CHANGED_AT)) {
          settings.put(column, raw(i));
        }
      }
      settings.putAll(unread);
      gathered.resource(text(1), settings, new LastChange(told(CHANGED_BY), told(CHANGED_AT)));
    }
    gathered.listed();
  }

  private static Map<String, Raw> reasons(String column, @Nullable String why) {
    Map<String, Raw> reasons = new HashMap<>();
    if (why != null) {
      for (String setting : column.substring(UNREAD.length()).split(" ", -1)) {
        reasons.put(setting, new Raw.Unread(why));
      }
    }
    return reasons;
  }

  private void lists(KindAnswer gathered) throws SQLException {
    Map<String, List<String>> pieces = new HashMap<>();
    while (rows.next()) {
      pieces.computeIfAbsent(text(1), name -> new ArrayList<>()).add(text(2));
    }
    gathered.lists(columns.get(1), pieces);
  }

  private void settings(KindAnswer gathered) throws SQLException {
    while (rows.next()) {
      String why = rows.getString(4);
      gathered.setting(text(1), text(2), why == null ? raw(3) : new Raw.Unread(why));
    }
  }

  private Optional<String> told(String column) throws SQLException {
    int index = columns.indexOf(column) + 1;
    return index == 0 ? Optional.empty() : Optional.ofNullable(rows.getString(index));
  }

  /** Unlike Exchange, SQL Server prints no empty list as {@code {}}: here that is a text. */
  private Raw raw(int column) throws SQLException {
    String text = text(column);
    return text.isEmpty() ? new Raw.Empty() : new Raw.Text(text);
  }

  /** NULL is as empty as {@code ''}: the procedures that write both make no difference. */
  private String text(int column) throws SQLException {
    String text = rows.getString(column);
    return text == null ? "" : text;
  }
}
