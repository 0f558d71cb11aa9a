package org.relaycheck.compare;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.state.Address;
import org.relaycheck.state.Addressed;
import org.relaycheck.state.Desired;
import org.relaycheck.state.Place;
import org.relaycheck.state.Selector;

/**
 * Whether each statement to all hosts of a kind reaches one. What a recorded host holds is known
 * only when it was read, so that the policy's reader cannot tell.
 */
final class StatementAudience {

  private static final String FIX =
      "connect such a host, or add 'optional: true' beside 'hosts' if there may be none";

  private final Set<Place> reached = new HashSet<>();
  private final Map<Place, Desired> waiting = new LinkedHashMap<>();

  /**
   * Takes what the policy says of one host.
   *
   * @param answers whether the host answers for the kind, or might if it were asked
   */
  void take(Desired desired, boolean answers) {
    Place place = desired.origin().place();
    if (answers || desired.selector().addressed() != Addressed.AS_ONE_OF_ALL) {
      reached.add(place);
    } else {
      waiting.putIfAbsent(place, desired);
    }
  }

  /** Tells what reaches nobody: it holds of nothing, which must not look as if it held. */
  void tell(FindingCollector tally) {
    waiting.keySet().removeAll(reached);
    for (Desired desired : waiting.values()) {
      Selector selector = desired.selector();
      tally.declare(1 + desired.statements().size());
      tally.add(
          PresenceFindings.unclear(
              new Address(selector.kind(), "", name(selector)),
              selector instanceof Selector.Where where
                  ? Optional.of(where.baseline())
                  : Optional.empty(),
              Optional.of(desired),
              new PresenceFindings.Cause(
                  "'all' matches no host: no connected host has " + selector.kind(), FIX)));
    }
  }

  private static String name(Selector selector) {
    return selector instanceof Selector.Named named ? named.address().name() : "";
  }
}
