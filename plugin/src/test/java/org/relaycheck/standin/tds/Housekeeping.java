package org.relaycheck.standin.tds;

import java.util.Arrays;
import java.util.regex.Pattern;

/** What the driver asks on its own behalf; it expects success and no result. */
final class Housekeeping {
  private static final Pattern STATEMENT =
      Pattern.compile(
          "set (?!.*\\bselect\\b)[\\w\\s-]+"
              + "|use \\[.+]"
              + "|if @@trancount > 0 (commit|rollback) tran"
              + "|exec sp_unprepare \\d+"
              + "|select 1",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private Housekeeping() {}

  /** Whether there is nothing else in the text. */
  static boolean covers(String sql) {
    return Arrays.stream(sql.split(";", -1))
        .map(String::strip)
        .filter(statement -> !statement.isEmpty())
        .allMatch(statement -> STATEMENT.matcher(statement).matches());
  }
}
