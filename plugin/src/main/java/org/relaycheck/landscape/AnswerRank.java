package org.relaycheck.landscape;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.BINDINGS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.ENABLED;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.REMOTE_IP_RANGES;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.catalogue.Property;
import org.relaycheck.value.Seen;
import org.relaycheck.value.Types;
import org.relaycheck.value.address.AddressSet;
import org.relaycheck.value.address.NetworkBinding;

/**
 * How a connector stands to a contact.
 *
 * @param connector the connector
 * @param reach how closely its bindings name the called address; empty if that is not known
 * @param serves whether its ranges hold some of the source; empty if that is not known
 * @param range its one range around the whole source; empty if none is, or if that is not known
 */
record AnswerRank(
    Connector connector,
    Optional<BindingReach> reach,
    Optional<Boolean> serves,
    Optional<AddressSet> range) {

  static AnswerRank of(Connector connector, CallingClient contact) {
    return new AnswerRank(
        connector,
        reach(connector, contact),
        serves(connector, contact),
        connector
            .known(REMOTE_IP_RANGES)
            .value()
            .flatMap(all -> all.rangeAround(contact.source())));
  }

  private static Optional<BindingReach> reach(Connector connector, CallingClient contact) {
    Seen<Set<NetworkBinding>> bindings = connector.seen(BINDINGS);
    List<Optional<BindingReach>> each =
        bindings.known().orElse(Set.of()).stream().map(contact::reach).toList();
    return bindings.problem().isPresent() || each.contains(Optional.<BindingReach>empty())
        ? Optional.empty()
        : Optional.of(
            each.stream()
                .flatMap(Optional::stream)
                .max(BindingReach::compareTo)
                .orElse(BindingReach.NONE));
  }

  private static Optional<Boolean> serves(Connector connector, CallingClient contact) {
    Seen<AddressSet> ranges = connector.seen(REMOTE_IP_RANGES);
    return ranges.problem().isPresent()
        ? Optional.empty()
        : Optional.of(
            ranges
                .known()
                .filter(
                    all ->
                        !Types.ADDRESS_SET.members().orElseThrow().disjoint(all, contact.source()))
                .isPresent());
  }

  /** Whether it does not listen where it is called, whatever else is not known of it. */
  boolean isDeaf() {
    return !connector.mayBeOn() || reach.filter(BindingReach.NONE::equals).isPresent();
  }

  /** Whether it cannot answer, whatever is not known of it. */
  boolean isOut() {
    return isDeaf() || serves.filter(some -> !some).isPresent();
  }

  /** Whether it would answer if it were alone. */
  boolean isSure() {
    return !isOut() && doubts().isEmpty();
  }

  /** Whether it is known to listen on the called address itself. */
  boolean isNearest() {
    return reach.equals(Optional.of(BindingReach.THIS_ADDRESS));
  }

  /** Whether it is known to listen on the called address only as on any other. */
  boolean isFar() {
    return reach.equals(Optional.of(BindingReach.ANY_ADDRESS));
  }

  /** What is not known of it, in words. */
  List<String> doubts() {
    List<String> doubts = new ArrayList<>();
    String name = name();
    if (connector.known(ENABLED).value().isEmpty()) {
      doubts.add("whether " + name + " is enabled" + because(ENABLED));
    }
    if (reach.isEmpty()) {
      doubts.add("whether " + name + " listens there" + because(BINDINGS));
    }
    if (range.isEmpty()) {
      doubts.add("whether " + name + " serves all of it" + because(REMOTE_IP_RANGES));
    }
    return doubts;
  }

  /** Its place, of which the one range counts that is around the source. */
  ListeningPlace place() {
    return ListeningPlace.of(connector.outlook()).within(range);
  }

  /** Its name in quotes. */
  String name() {
    return "'" + connector.name() + "'";
  }

  private String because(Property<?> row) {
    return connector.seen(row).problem().map(why -> " (" + why + ")").orElse("");
  }
}
