package org.relaycheck.report;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.relaycheck.compare.ComparisonCoverage;
import org.relaycheck.compare.ComparisonResult;
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.Outcome;
import org.relaycheck.compare.PolicyChange;
import org.relaycheck.landscape.flow.FlowMap;
import org.relaycheck.report.history.HistoryComparison;
import org.relaycheck.state.Address;
import org.relaycheck.state.HostState;

/**
 * Everything that a report tells of one comparison.
 *
 * @param drift what was found
 * @param outcome what it came to
 * @param failOn from which severity on it fails a build
 * @param scope what was asked
 * @param hosts what became of each host, sorted without case
 * @param stamp who wrote the report, and when
 * @param before what there was earlier
 * @param flow the ways of mail between the hosts
 */
public record CheckRun(
    ComparisonResult drift,
    Outcome outcome,
    FailOn failOn,
    Scope scope,
    SortedMap<String, HostState> hosts,
    Stamp stamp,
    Before before,
    FlowMap flow) {

  private static final Comparator<String> BY_NAME =
      Comparator.comparing(Address::folded).thenComparing(Comparator.naturalOrder());

  public CheckRun {
    SortedMap<String, HostState> sorted = new TreeMap<>(BY_NAME);
    sorted.putAll(hosts);
    hosts = Collections.unmodifiableSortedMap(sorted);
  }

  /** A run of one policy. */
  public CheckRun(
      ComparisonResult drift,
      Outcome outcome,
      FailOn failOn,
      Scope scope,
      SortedMap<String, HostState> hosts,
      Stamp stamp) {
    this(drift, outcome, failOn, scope, hosts, stamp, Before.nothing(), FlowMap.none());
  }

  /** The same beside a policy before. */
  public CheckRun after(PolicyChange made) {
    Before then = new Before(Optional.of(made), history());
    return new CheckRun(drift, outcome, failOn, scope, hosts, stamp, then, flow);
  }

  /** The same with the ways of mail. */
  public CheckRun along(FlowMap ways) {
    return new CheckRun(drift, outcome, failOn, scope, hosts, stamp, before, ways);
  }

  /** The same beside earlier runs: what is known from them may be no drift any more. */
  public CheckRun beside(HistoryComparison runs) {
    Before then = new Before(change(), Optional.of(runs));
    CheckRun run = new CheckRun(drift, outcome, failOn, scope, hosts, stamp, then, flow);
    boolean known =
        outcome == Outcome.DRIFT
            && failOn.isOfHistory()
            && drift.findings().stream().noneMatch(run::fails);
    return known ? run.withoutDrift() : run;
  }

  private CheckRun withoutDrift() {
    boolean partial = hosts.values().stream().anyMatch(HostState.Skipped.class::isInstance);
    Outcome left = partial ? Outcome.PARTIAL : Outcome.CLEAN;
    return new CheckRun(drift, left, failOn, scope, hosts, stamp, before, flow);
  }

  /** What the change of the policy does, if there is a policy before to compare with. */
  public Optional<PolicyChange> change() {
    return before.change();
  }

  /** What has become of it since earlier runs, if there is a folder of them. */
  public Optional<HistoryComparison> history() {
    return before.history();
  }

  /** Whether a difference fails the build; what is unclear always does, and is none. */
  public boolean fails(Finding finding) {
    return switch (finding.verdict()) {
      case MISSING, DRIFTED, UNEXPECTED, BROKEN ->
          failOn.fails() && finding.severity().reaches(failOn.threshold()) && isMeant(finding);
      case IN_SYNC, UNCLEAR, NOT_APPLICABLE, WAIVED -> false;
    };
  }

  /** Whether it is among what may fail a build, or all of it may. */
  private boolean isMeant(Finding finding) {
    return switch (failOn) {
      case ERROR, WARNING, NONE -> true;
      case NEW_BY_CHANGE -> change().filter(made -> made.isBrokenBy(finding)).isPresent();
      case NEW_ERROR, NEW_WARNING -> history().map(runs -> runs.isFresh(finding)).orElse(true);
    };
  }

  /**
   * A run that ended before anything was asked, because of what is wrong in files of ours.
   *
   * @param problems one message each, with its place
   */
  public static CheckRun refused(List<String> problems, FailOn failOn, Scope scope, Stamp stamp) {
    ComparisonCoverage nothing =
        new ComparisonCoverage(0, 0, new TreeSet<>(), List.copyOf(problems));
    ComparisonResult drift = new ComparisonResult(List.of(), Map.of(), nothing);
    return new CheckRun(drift, Outcome.ERROR, failOn, scope, new TreeMap<>(), stamp);
  }

  /** The same, of which only these findings are told. */
  public CheckRun telling(Predicate<Finding> which) {
    return new CheckRun(drift.telling(which), outcome, failOn, scope, hosts, stamp, before, flow);
  }

  /**
   * What was asked.
   *
   * @param policies the policy files, as the user named them
   * @param hosts the hosts that the user asked for; empty for all
   */
  public record Scope(List<String> policies, List<String> hosts) {
    public Scope {
      policies = List.copyOf(policies);
      hosts = List.copyOf(hosts);
    }
  }

  /**
   * What a run is compared with beside the servers.
   *
   * @param change what the change of the policy does, if there is a policy before
   * @param history what has become of it since earlier runs, if there is a folder of them
   */
  public record Before(Optional<PolicyChange> change, Optional<HistoryComparison> history) {

    static Before nothing() {
      return new Before(Optional.empty(), Optional.empty());
    }
  }

  /**
   * Who wrote a report, and when.
   *
   * @param tool the plugin's version
   * @param written the one moment that a run knows
   */
  public record Stamp(String tool, Instant written) {}
}
