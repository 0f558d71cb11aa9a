package org.relaycheck.engine;

import java.util.Map;
import java.util.Optional;
import org.relaycheck.report.Run;

/**
 * What came of comparing.
 *
 * @param run the findings
 * @param servers the name that each host gives itself, by its key in the connections
 * @param files what was read; empty if a file is wrong
 */
record Compared(Run run, Map<String, String> servers, Optional<Files> files) {

  Compared {
    servers = Map.copyOf(servers);
  }
}
