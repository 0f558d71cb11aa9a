package org.relaycheck.script;

import java.util.ArrayList;
import java.util.List;
import org.relaycheck.dialect.TSql;

/** Phrases of T-SQL that the steps of several kinds share. */
public final class SqlPhrases {

  private SqlPhrases() {}

  /** Text as bytes, so that neither collation nor trailing blanks make two texts equal. */
  public static String bytes(String text) {
    return "CONVERT(varbinary(512), " + TSql.text(text) + ")";
  }

  /** An exact name: equal names of other spelling are others to those who read a policy. */
  public static String exactly(String column, String variable) {
    return column
        + " = "
        + variable
        + " COLLATE Latin1_General_BIN2 AND DATALENGTH("
        + column
        + ") = DATALENGTH("
        + variable
        + ")";
  }

  /** Calls a procedure of msdb, and stops the step if it says that it failed. */
  public static List<String> call(String procedure, String arguments) {
    List<String> sql = new ArrayList<>();
    sql.add("SET @rc = NULL;");
    sql.add(("EXEC @rc = msdb.dbo." + procedure + " " + arguments).strip() + ";");
    sql.addAll(succeeded(procedure));
    return sql;
  }

  /** Stops the step if the procedure, whose return code is in {@code @rc}, says that it failed. */
  public static List<String> succeeded(String procedure) {
    return List.of(
        "IF @rc IS NULL OR @rc <> 0", "  RAISERROR(N'" + procedure + " returned %d', 16, 1, @rc);");
  }

  /** A message, of our own words only, that stops the step. */
  public static String raise(String message) {
    return "  RAISERROR(" + TSql.text(message) + ", 16, 1);";
  }
}
