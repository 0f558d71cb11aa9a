package org.relaycheck.standin.tsql;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The functions that scripts call; all are in SQL Server 2008. */
final class Functions {

  private Functions() {}

  static @Nullable Object call(String name, Session session, List<Optional<Object>> arguments) {
    return switch (name) {
      case "COALESCE", "ISNULL" -> arguments.get(0).or(() -> arguments.get(1)).orElse(null);
      case "NCHAR" ->
          arguments.get(0).map(n -> Character.toString((char) ((Long) n).intValue())).orElse(null);
      case "DATALENGTH" -> arguments.get(0).map(Functions::length).orElse(null);
      case "SUBSTRING" ->
          substring(
              (String) arguments.get(0).orElseThrow(),
              (Long) arguments.get(1).orElseThrow(),
              (Long) arguments.get(2).orElseThrow());
      case "LTRIM" ->
          arguments.get(0).map(text -> ((String) text).replaceAll("^ +", "")).orElse(null);
      case "RTRIM" ->
          arguments.get(0).map(text -> ((String) text).replaceAll(" +$", "")).orElse(null);
      case "SERVERPROPERTY" -> session.server().property((String) arguments.get(0).orElseThrow());
      case "HAS_PERMS_BY_NAME" ->
          session.server().may((String) arguments.get(2).orElseThrow()) ? 1L : 0L;
      case "DB_ID" -> session.server().database((String) arguments.get(0).orElseThrow());
      case "ERROR_MESSAGE" -> session.caught();
      case "XACT_STATE" -> session.transactionState();
      default -> throw new AssertionError("unknown function " + name);
    };
  }

  private static String substring(String text, long start, long length) {
    long end = Math.min(text.length(), start - 1 + length);
    return start > end ? "" : text.substring((int) start - 1, (int) end);
  }

  private static Long length(Object value) {
    return 2L * (value instanceof Bin bin ? bin.bytes().length() : ((String) value).length());
  }
}
