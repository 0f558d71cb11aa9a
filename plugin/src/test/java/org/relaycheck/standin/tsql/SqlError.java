package org.relaycheck.standin.tsql;

/** An error of severity 11 or more: it leads to CATCH, or ends the batch. */
public final class SqlError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean dooms;

  private SqlError(String message, boolean dooms) {
    super(message);
    this.dooms = dooms;
  }

  /** What RAISERROR makes: XACT_ABORT has nothing to do with it. */
  static SqlError raised(String message) {
    return new SqlError(message, false);
  }

  /** What the engine itself raises: under XACT_ABORT the transaction can only be rolled back. */
  static SqlError ofEngine(String message) {
    return new SqlError(message, true);
  }

  boolean dooms() {
    return dooms;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
