package org.relaycheck.report;

import java.util.List;
import java.util.Optional;
import org.relaycheck.compare.ComparisonCoverage;

/** What is told of connected hosts of which the policy says nothing. */
public final class UnmentionedHosts {

  /** More names on one line than anybody reads; report.json has all. */
  private static final int MOST = 10;

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
    int more = hosts.size() - MOST;
    return Optional.of(
        "the policy says nothing about "
            + String.join(", ", hosts.subList(0, Math.min(MOST, hosts.size())))
            + (more > 0 ? " and " + more + " more" : "")
            + ": add something about "
            + (hosts.size() == 1 ? "it, or remove it" : "them, or remove them")
            + " from the connections");
  }
}
