package org.relaycheck.standin.tsql;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The instance that a session talks to: tables, procedures, transactions. */
public interface Server {

  /** A property; null if there is none of that name. */
  @Nullable String property(String name);

  /** The number of a database; null if there is none of that name. */
  @Nullable Long database(String name);

  /** Whether the login has a permission on the server. */
  boolean may(String permission);

  /** What a login sees of a table, by its name with schema. */
  List<Map<String, @Nullable Object>> table(String name);

  /**
   * Runs a procedure.
   *
   * @param arguments by parameter, as given
   * @return output parameters, and the return code under {@code ""}
   */
  Map<String, @Nullable Object> call(
      Session session, String procedure, Map<String, @Nullable Object> arguments);

  /** A state to come back to. */
  Runnable savepoint();
}
