package org.relaycheck.standin.tsql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A connection while it runs a batch. */
public final class Session {

  /** What ends a batch. */
  static final class Return extends RuntimeException {
    private static final long serialVersionUID = 1;

    Return() {
      super("RETURN");
    }
  }

  /** From this length on, a message is cut. */
  private static final int LONGEST = 2048;

  private final Server server;
  private final Map<String, Type> types = new HashMap<>();
  private final Map<String, @Nullable Object> values = new HashMap<>();
  private final List<String> messages = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();
  private final List<Runnable> undo = new ArrayList<>();
  private boolean doomed;
  private int tries;
  private long rowCount;
  private @Nullable String caught;

  Session(Server server) {
    this.server = server;
  }

  Server server() {
    return server;
  }

  void declare(String variable, Type type) {
    if (types.put(variable, type) != null) {
      throw new AssertionError(variable + " is declared twice");
    }
    values.put(variable, null);
  }

  @Nullable Object get(String variable) {
    if (!types.containsKey(variable)) {
      throw new AssertionError(variable + " is not declared");
    }
    return values.get(variable);
  }

  void set(String variable, @Nullable Object value) {
    get(variable);
    values.put(variable, types.get(variable).take(value));
  }

  void print(@Nullable Object text) {
    messages.add(String.valueOf(text));
  }

  /** RAISERROR of severity 16: to CATCH, or told and the batch goes on; a long text is cut. */
  public void raise(String message) {
    String told = message.length() < LONGEST ? message : message.substring(0, LONGEST - 4) + "...";
    if (tries > 0) {
      throw SqlError.raised(told);
    }
    errors.add(told);
  }

  void attempt(Runnable body, Runnable handler) {
    String before = caught;
    tries++;
    try {
      body.run();
      tries--;
    } catch (SqlError error) {
      tries--;
      doomed |= error.dooms() && !undo.isEmpty();
      caught = error.text();
      handler.run();
      caught = before;
    }
  }

  @Nullable String caught() {
    return caught;
  }

  /** BEGIN TRANSACTION, also within a procedure. */
  public void begin() {
    undo.add(server.savepoint());
  }

  /** COMMIT TRANSACTION, also within a procedure. */
  public void commit() {
    if (undo.isEmpty() || doomed) {
      throw SqlError.ofEngine("The current transaction cannot be committed.");
    }
    undo.remove(undo.size() - 1);
  }

  /** ROLLBACK TRANSACTION: of all that are open, also the caller's. */
  public void rollback() {
    if (undo.isEmpty()) {
      throw SqlError.ofEngine("The ROLLBACK TRANSACTION has no corresponding BEGIN TRANSACTION.");
    }
    undo.get(0).run();
    undo.clear();
    doomed = false;
  }

  /** How many transactions are open. */
  public long transactions() {
    return undo.size();
  }

  long transactionState() {
    return undo.isEmpty() ? 0 : doomed ? -1 : 1;
  }

  long rowCount() {
    return rowCount;
  }

  void rowCount(long rows) {
    rowCount = rows;
  }

  /** What was printed. */
  public List<String> messages() {
    return messages;
  }

  /** What makes {@code sqlcmd -b} end with 1. */
  public List<String> errors() {
    return errors;
  }
}
