package org.relaycheck.standin.tds;

import java.io.IOException;

/** The name and type of a result column; every column may hold NULL. */
public record Column(String name, SqlType type) {
  private static final int NULLABLE = 0x01;

  public static Column integer(String name) {
    return new Column(name, SqlType.INT);
  }

  public static Column bit(String name) {
    return new Column(name, SqlType.BIT);
  }

  /** nvarchar(4000). */
  public static Column text(String name) {
    return new Column(name, SqlType.NVARCHAR);
  }

  /** nvarchar(max). */
  public static Column longText(String name) {
    return new Column(name, SqlType.NVARCHAR_MAX);
  }

  public static Column dateTime(String name) {
    return new Column(name, SqlType.DATETIME);
  }

  void describe(TokenWriter out) throws IOException {
    out.le32(0).le16(NULLABLE);
    type.describe(out);
    out.shortText(name);
  }
}
