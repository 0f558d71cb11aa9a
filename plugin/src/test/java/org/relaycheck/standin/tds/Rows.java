package org.relaycheck.standin.tds;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A result set. */
public record Rows(List<Column> columns, List<List<@Nullable Object>> rows) implements Reply {
  private static final int METADATA = 0x81;
  private static final int ROW = 0xD1;

  public Rows {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** No rows yet. */
  public static Rows of(Column... columns) {
    return new Rows(List.of(columns), List.of());
  }

  /** The same with one more row: Integer, Boolean, String, LocalDateTime, or null for NULL. */
  public Rows row(@Nullable Object... cells) {
    List<List<@Nullable Object>> more = new ArrayList<>(rows);
    more.add(Collections.unmodifiableList(new ArrayList<>(Arrays.asList(cells))));
    check(more.get(rows.size()));
    return new Rows(columns, more);
  }

  @Override
  public void writeTo(Answer answer) throws IOException {
    writeColumns(answer.tokens());
    for (List<@Nullable Object> row : rows) {
      writeRow(answer.tokens(), row);
    }
    answer.done(Done.selected(rows.size()));
  }

  /** Writes all but the last row and half of that one. */
  void writeCut(TokenWriter out) throws IOException {
    writeColumns(out);
    int last = rows.size() - 1;
    for (List<@Nullable Object> row : rows.subList(0, last)) {
      writeRow(out, row);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writeRow(new TokenWriter(bytes), rows.get(last));
    out.bytes(Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
  }

  private void writeColumns(TokenWriter out) throws IOException {
    out.u8(METADATA).le16(columns.size());
    for (Column column : columns) {
      column.describe(out);
    }
  }

  private void writeRow(TokenWriter out, List<@Nullable Object> row) throws IOException {
    out.u8(ROW);
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).type().write(out, row.get(i));
    }
  }

  private void check(List<@Nullable Object> row) {
    if (row.size() != columns.size()) {
      throw new IllegalArgumentException(row + " does not fit " + columns);
    }
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).type().accepts(row.get(i))) {
        throw new IllegalArgumentException(row.get(i) + " does not fit " + columns.get(i));
      }
    }
  }
}
