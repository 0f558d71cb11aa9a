package org.relaycheck.report.history;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.relaycheck.report.CheckRun;
import org.relaycheck.state.Address;
import org.relaycheck.state.HostState;

/**
 * The hosts of which a run could judge everything: what is not found there any more is resolved.
 *
 * @param whole those
 * @param known every host that the run speaks of
 * @param all whether it could judge everything everywhere
 */
record JudgedHosts(Set<String> whole, Set<String> known, boolean all) {

  static JudgedHosts of(CheckRun run) {
    Set<String> unclear =
        run.drift().findings().stream()
            .filter(HistoryComparison::isUnclear)
            .map(finding -> Address.folded(finding.subject().address().host()))
            .collect(Collectors.toSet());
    Set<String> known = new HashSet<>();
    Set<String> whole = new HashSet<>();
    run.hosts()
        .forEach(
            (host, state) -> {
              String name = Address.folded(host);
              known.add(name);
              if (state instanceof HostState.Read && !unclear.contains(name)) {
                whole.add(name);
              }
            });
    boolean all = unclear.isEmpty() && whole.equals(known) && run.drift().coverage().read() > 0;
    return new JudgedHosts(whole, known, all);
  }

  /** Whether the run would have found it again, were it still there. */
  boolean settles(HistoryEntry entry) {
    String host = Address.folded(entry.host());
    return (entry.rule() || !known.contains(host)) ? all : whole.contains(host);
  }
}
