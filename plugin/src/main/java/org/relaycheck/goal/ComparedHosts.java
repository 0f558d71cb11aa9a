package org.relaycheck.engine;

import java.util.Map;
import java.util.Optional;
import org.relaycheck.live.Connection;
import org.relaycheck.report.Run;

/**
 * What came of comparing.
 *
 * @param run the findings
 * @param asked the connections of the hosts that were asked, by their keys
 * @param files what was read; empty if a file is wrong
 */
record Compared(Run run, Map<String, Connection> asked, Optional<Files> files) {

  Compared {
    asked = Map.copyOf(asked);
  }
}
