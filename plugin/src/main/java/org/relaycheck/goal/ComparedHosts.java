package org.relaycheck.goal;

import java.util.Map;
import java.util.Optional;
import org.relaycheck.live.HostConnection;
import org.relaycheck.report.CheckRun;

/**
 * What came of comparing.
 *
 * @param run the findings
 * @param asked the connections of the hosts that were asked, by their keys
 * @param files what was read; empty if a file is wrong
 */
public record ComparedHosts(
    CheckRun run, Map<String, HostConnection> asked, Optional<RequestFiles> files) {

  public ComparedHosts {
    asked = Map.copyOf(asked);
  }
}
