package org.relaycheck.goal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.relaycheck.compare.ComparisonResult;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.Verdict;
import org.relaycheck.compare.WaiverApplication;
import org.relaycheck.connections.Connections;
import org.relaycheck.landscape.Landscape;
import org.relaycheck.landscape.ObservedLandscape;
import org.relaycheck.landscape.SiteKnowledge;
import org.relaycheck.landscape.StatedLandscape;
import org.relaycheck.rule.RuleRunner;
import org.relaycheck.state.HostState;

/**
 * Files that were read, put to the rules.
 *
 * @param files what was read
 * @param today in UTC
 */
public record RuledFiles(RequestFiles files, LocalDate today) {

  /**
   * What rules found, and where they looked.
   *
   * @param result a comparison with what they found
   * @param now the mail flow as it is
   */
  public record Ruled(ComparisonResult result, Landscape now) {}

  /** A comparison with what rules find; what is waived will not be fixed. */
  public Ruled of(ComparisonResult found, SortedMap<String, HostState> hosts) {
    ObservedLandscape worlds = new ObservedLandscape(hosts, files.policy(), found, site());
    ComparisonResult open = new WaiverApplication(files.waivers(), today).of(found, hosts);
    ComparisonResult ruled =
        RuleRunner.by(files.policy()).of(found, worlds.now(), worlds.fixed(open));
    return new Ruled(ruled, worlds.now());
  }

  /** What rules find in the policy alone and nobody accepts. */
  public List<Finding> ofPolicy() {
    List<Finding> found =
        RuleRunner.by(files.policy()).of(StatedLandscape.of(files.policy(), site()));
    ComparisonResult drift = ComparisonResult.none().with(found);
    return new WaiverApplication(files.waivers(), today)
        .of(drift, new TreeMap<>()).findings().stream()
            .filter(finding -> finding.verdict() == Verdict.BROKEN)
            .toList();
  }

  private SiteKnowledge site() {
    return files
        .connections()
        .map(known -> site(known, today))
        .orElseGet(() -> SiteKnowledge.unknown(today));
  }

  /** What people tell of hosts. */
  public static SiteKnowledge site(Connections known, LocalDate today) {
    Map<String, String> names = new HashMap<>();
    known.hosts().forEach((key, host) -> names.put(key, host.server()));
    return new SiteKnowledge(names, known.surroundings(), today);
  }
}
