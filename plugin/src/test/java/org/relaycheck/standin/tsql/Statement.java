package org.relaycheck.standin.tsql;

/** What is done. */
interface Statement {

  /** Does it. Throws {@link SqlError}, or {@link Session.Return} to end the batch. */
  void run(Session session);
}
