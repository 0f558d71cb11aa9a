package org.relaycheck.report;

import java.util.List;
import java.util.Optional;
import org.relaycheck.compare.ComparisonCoverage;
import org.relaycheck.compare.HostNames;

/** What is told of connected hosts of which the policy says nothing. */
public final class UnmentionedHosts {

  private UnmentionedHosts() {}

  /** One sentence; empty if the policy speaks of every host. */
  public static Optional<String> text(ComparisonCoverage coverage) {
    return text(coverage.unmentioned());
  }

  /** One sentence; empty if there is no such host. */
  public static Optional<String> text(List<String> hosts) {
    if (hosts.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "the policy says nothing about "
            + HostNames.list(hosts)
            + ": add something about "
            + (hosts.size() == 1 ? "it, or remove it" : "them, or remove them")
            + " from the connections");
  }
}
