package org.relaycheck.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.relaycheck.live.Connection;
import org.relaycheck.policy.Connections;
import org.relaycheck.state.Address;
import org.relaycheck.state.HostState;
import org.relaycheck.state.Policy;

/**
 * The hosts that a policy needs, parted into those to ask and those that the user leaves out.
 *
 * @param asked to be asked
 * @param skipped left out, with the reason
 */
record Needed(List<Connection> asked, SortedMap<String, HostState> skipped) {

  /**
   * Parts the hosts.
   *
   * @param only the names that the user asked for; empty for all
   */
  static Needed by(Policy policy, Connections connections, List<String> only) {
    Set<String> named = new TreeSet<>();
    policy.desired().forEach(desired -> named.add(desired.selector().host()));
    if (!policy.unlisted().isEmpty()) {
      named.addAll(connections.hosts().keySet());
    }
    Set<String> wanted = new TreeSet<>(only.stream().map(Address::folded).toList());
    List<Connection> asked = new ArrayList<>();
    SortedMap<String, HostState> skipped = new TreeMap<>();
    for (String host : named) {
      if (wanted.isEmpty() || wanted.contains(Address.folded(host))) {
        asked.add(connections.hosts().get(host));
      } else {
        skipped.put(host, new HostState.Skipped("left out by relay.hosts"));
      }
    }
    return new Needed(asked, skipped);
  }
}
