package org.relaycheck.compare;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.state.HostState;
import org.relaycheck.state.Waiver;
import org.relaycheck.state.Waivers;

/** Accepts the drift that waivers cover on a day, to the value, and tells which do not. */
public final class WaiverApplication {

  private final LocalDate today;
  private final WaiverMatches pledges;
  private final Waivers waivers;

  /** Waiving on a day in UTC. */
  public WaiverApplication(Waivers waivers, LocalDate today) {
    this.waivers = waivers;
    this.today = today;
    this.pledges = new WaiverMatches(waivers.waivers());
  }

  /**
   * The same drift; what is covered has the verdict {@link Verdict#WAIVED}, and nothing to fix.
   *
   * @param hosts what became of each host
   */
  public ComparisonResult of(ComparisonResult drift, Map<String, HostState> hosts) {
    List<Finding> findings = drift.findings().stream().map(this::judged).toList();
    List<String> told = new WaiverMessages(today, pledges).of(waivers, hosts);
    return new ComparisonResult(findings, counts(drift, findings), drift.coverage(), told);
  }

  private static Map<Verdict, Integer> counts(ComparisonResult before, List<Finding> findings) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    counts.putAll(before.counts());
    before.findings().forEach(finding -> counts.merge(finding.verdict(), -1, Integer::sum));
    findings.forEach(finding -> counts.merge(finding.verdict(), 1, Integer::sum));
    counts.values().removeIf(number -> number == 0);
    return counts;
  }

  private Finding judged(Finding finding) {
    Optional<Waiver> cover =
        pledges.meet(finding).stream()
            .filter(waiver -> !waiver.grant().isOver(today))
            .max(Comparator.comparing(waiver -> waiver.grant().until()));
    return cover.map(waiver -> waived(finding, waiver)).orElse(finding);
  }

  private static Finding waived(Finding finding, Waiver waiver) {
    Difference open = finding.difference();
    Reasons why = finding.reasons();
    return new Finding(
        finding.subject(),
        Verdict.WAIVED,
        finding.severity(),
        new Difference(open.desired(), open.observed()),
        new Reasons(why.reason(), why.why(), why.cause(), Optional.empty()),
        finding.trail().waived(waiver.grant()));
  }
}
