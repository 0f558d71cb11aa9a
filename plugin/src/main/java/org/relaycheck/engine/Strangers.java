package org.relaycheck.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.relaycheck.live.Connection;
import org.relaycheck.state.Address;
import org.relaycheck.state.HostState;

/** Servers whose resources an answer held although nobody asked for them. */
final class Strangers {

  private static final int MOST_NAMES = 5;

  private Strangers() {}

  /** A line for each host that answered for such servers, too: nothing is left out in silence. */
  static List<String> of(Collection<Connection> asked, SortedMap<String, HostState> states) {
    var known =
        asked.stream().map(host -> Address.folded(host.server())).collect(Collectors.toSet());
    List<String> notes = new ArrayList<>();
    states.forEach(
        (host, state) -> {
          if (state instanceof HostState.Read read) {
            SortedMap<String, Integer> others = new TreeMap<>(read.others());
            others.keySet().removeIf(server -> known.contains(Address.folded(server)));
            if (!others.isEmpty()) {
              notes.add(host + ": " + leftOut(others));
            }
          }
        });
    return notes;
  }

  private static String leftOut(SortedMap<String, Integer> others) {
    int number = others.values().stream().mapToInt(Integer::intValue).sum();
    List<String> names = others.keySet().stream().limit(MOST_NAMES).toList();
    int more = others.size() - names.size();
    return number
        + (number == 1 ? " resource of " : " resources of ")
        + (others.size() == 1 ? "another server (" : "other servers (")
        + String.join(", ", names)
        + (more == 0 ? ")" : " and " + more + " more)")
        + (number == 1 ? " was left out" : " were left out");
  }
}
