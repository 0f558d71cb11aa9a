package org.relaycheck.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The difference between a policy and the state of the hosts.
 *
 * @param findings sorted by subject; all but {@link Verdict#IN_SYNC}
 * @param counts how often each verdict was reached, {@link Verdict#IN_SYNC} too
 * @param coverage how much was compared
 * @param waivers what is to be told of waivers, a line each
 */
public record ComparisonResult(
    List<Finding> findings,
    Map<Verdict, Integer> counts,
    ComparisonCoverage coverage,
    List<String> waivers) {

  public ComparisonResult {
    findings = List.copyOf(findings);
    counts = Map.copyOf(counts);
    waivers = List.copyOf(waivers);
  }

  /** A difference of which nothing was waived. */
  public ComparisonResult(
      List<Finding> findings, Map<Verdict, Integer> counts, ComparisonCoverage coverage) {
    this(findings, counts, coverage, List.of());
  }

  /** Nothing was compared. */
  public static ComparisonResult none() {
    return new ComparisonResult(
        List.of(), Map.of(), new ComparisonCoverage(0, 0, List.of(), List.of()));
  }

  /** The same with more findings. */
  public ComparisonResult with(Collection<Finding> more) {
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(more);
    all.sort(Comparator.comparing(Finding::subject));
    Map<Verdict, Integer> counted = new EnumMap<>(Verdict.class);
    counted.putAll(counts);
    more.forEach(finding -> counted.merge(finding.verdict(), 1, Integer::sum));
    return new ComparisonResult(all, counted, coverage, waivers);
  }

  /** The same, of which only these findings are told; what was counted stays counted. */
  public ComparisonResult telling(Predicate<Finding> which) {
    return new ComparisonResult(
        findings.stream().filter(which).toList(), counts, coverage, waivers);
  }

  /** The same with more that was not looked at. */
  public ComparisonResult noting(Collection<String> more) {
    List<String> notes =
        Stream.concat(coverage.notes().stream(), more.stream()).distinct().sorted().toList();
    return new ComparisonResult(
        findings,
        counts,
        new ComparisonCoverage(
            coverage.declared(), coverage.read(), coverage.judged(), notes, coverage.unmentioned()),
        waivers);
  }

  /** The same with connected hosts of which the policy says nothing. */
  public ComparisonResult unmentioned(List<String> hosts) {
    return new ComparisonResult(
        findings,
        counts,
        new ComparisonCoverage(
            coverage.declared(), coverage.read(), coverage.judged(), coverage.notes(), hosts),
        waivers);
  }

  public int count(Verdict verdict) {
    return counts.getOrDefault(verdict, 0);
  }
}
