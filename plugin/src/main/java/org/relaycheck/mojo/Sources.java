package org.relaycheck.mojo;

import org.relaycheck.live.Asked;
import org.relaycheck.live.Connection;
import org.relaycheck.live.Source;
import org.relaycheck.live.Way;
import org.relaycheck.recorded.RecordSource;

/**
 * The adapters, by the way that a connection takes.
 *
 * @param records reads files
 */
record Sources(RecordSource records) implements Source {

  @Override
  public Asked ask(Connection connection) {
    return connection.way() instanceof Way.Recorded
        ? records.ask(connection)
        : new Asked.Failed(
            "this version reads records only", "say 'recorded: FILE' of " + connection.host());
  }
}
