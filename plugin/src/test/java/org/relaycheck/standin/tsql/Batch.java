package org.relaycheck.standin.tsql;

import java.util.Map;

/** Runs scripts as sqlcmd would. */
public final class Batch {

  private Batch() {}

  /** Runs a file in a new session. */
  public static Session run(String file, Map<String, String> variables, Server server) {
    Session session = new Session(server);
    run(file, variables, session);
    if (session.transactions() != 0) {
      throw new AssertionError("a transaction was left open");
    }
    return session;
  }

  /** Runs a file in a session, which may have seen others. */
  static void run(String file, Map<String, String> variables, Session session) {
    for (String batch : SqlCmd.batches(file, variables)) {
      try {
        new Parser(Scanner.scan(batch)).batch().run(session);
      } catch (SyntaxError wrong) {
        session.errors().add(wrong.message());
      } catch (Session.Return end) {
        // RETURN ends a batch and is no error
      } catch (SqlError error) {
        session.errors().add(error.text());
        if (session.transactions() > 0) {
          session.rollback(); // XACT_ABORT
        }
      }
    }
  }
}
