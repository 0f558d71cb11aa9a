package org.relaycheck.engine;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.relaycheck.drift.Drift;
import org.relaycheck.drift.Finding;
import org.relaycheck.drift.Verdict;
import org.relaycheck.drift.Waiving;
import org.relaycheck.landscape.ObservedLandscape;
import org.relaycheck.landscape.Site;
import org.relaycheck.landscape.StatedLandscape;
import org.relaycheck.policy.Connections;
import org.relaycheck.rule.Audit;
import org.relaycheck.state.HostState;

/**
 * Files that were read, put to the rules.
 *
 * @param files what was read
 * @param today in UTC
 */
record Ruled(Files files, LocalDate today) {

  /** A comparison with what rules find; what is waived will not be mended. */
  Drift of(Drift found, SortedMap<String, HostState> hosts) {
    ObservedLandscape worlds = new ObservedLandscape(hosts, files.policy(), found, site());
    Drift open = new Waiving(files.waivers(), today).of(found, hosts);
    return Audit.by(files.policy()).of(found, worlds.now(), worlds.mended(open));
  }

  /** What rules find in the policy alone and nobody accepts. */
  List<Finding> ofPolicy() {
    List<Finding> found = Audit.by(files.policy()).of(StatedLandscape.of(files.policy(), site()));
    Drift drift = Drift.none().with(found);
    return new Waiving(files.waivers(), today)
        .of(drift, new TreeMap<>()).findings().stream()
            .filter(finding -> finding.verdict() == Verdict.BROKEN)
            .toList();
  }

  private Site site() {
    return files
        .connections()
        .map(known -> site(known, today))
        .orElseGet(() -> Site.unknown(today));
  }

  /** What people tell of hosts. */
  static Site site(Connections known, LocalDate today) {
    Map<String, String> names = new HashMap<>();
    known.hosts().forEach((key, host) -> names.put(key, host.server()));
    return new Site(names, known.surroundings(), today);
  }
}
