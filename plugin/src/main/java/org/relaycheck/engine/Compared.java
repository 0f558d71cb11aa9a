package org.relaycheck.engine;

import java.util.Map;
import org.relaycheck.report.Run;

/**
 * What came of comparing.
 *
 * @param run the findings
 * @param servers the name that each host gives itself, by its key in the connections
 */
record Compared(Run run, Map<String, String> servers) {

  Compared {
    servers = Map.copyOf(servers);
  }
}
