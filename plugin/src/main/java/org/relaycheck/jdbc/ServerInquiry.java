package org.relaycheck.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.relaycheck.live.Answer;

/** What a server is asked, in one round trip. */
interface ServerInquiry {

  /**
   * Asks on an open connection, and reads all of the answer.
   *
   * @param seconds that it may take
   * @param at when the answer counts as read
   */
  Answer on(Connection connection, int seconds, Instant at) throws SQLException;
}
