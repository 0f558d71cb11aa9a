package org.relaycheck.landscape;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.BINDINGS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.REMOTE_IP_RANGES;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.catalogue.Property;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.landscape.input.Known;
import org.relaycheck.value.Members;
import org.relaycheck.value.Types;
import org.relaycheck.value.address.AddressSet;
import org.relaycheck.value.address.NetworkBinding;

/**
 * A connector whose ranges a policy states, which tells for whom it is.
 *
 * @param connector the connector, which may be missing
 * @param ranges what the policy states, or what it wants to be contained
 * @param bindings the same; empty if it says nothing of them
 */
record IntendedConnector(
    ServerResource connector, AddressSet ranges, Optional<Set<NetworkBinding>> bindings) {

  private static final Members<AddressSet> ADDRESSES = Types.ADDRESS_SET.members().orElseThrow();

  /** Those of a server. */
  static List<IntendedConnector> of(Server server) {
    return server.meant(ReceiveConnectorRows.CATALOGUE).stream()
        .flatMap(
            one ->
                stated(one, REMOTE_IP_RANGES)
                    .map(ranges -> new IntendedConnector(one, ranges, stated(one, BINDINGS)))
                    .stream())
        .toList();
  }

  private static <T> Optional<T> stated(ServerResource connector, Property<T> row) {
    return connector.stated(row).flatMap(one -> Known.meant(one.wanted()).value());
  }

  /** The stated range around a contact's source; empty if it is not for that, or another port. */
  Optional<AddressSet> around(CallingClient contact) {
    return ADDRESSES.disjoint(ranges, contact.source()) || !listens(contact.port())
        ? Optional.empty()
        : ranges.rangeAround(contact.source());
  }

  private boolean listens(int port) {
    return bindings.filter(all -> all.stream().noneMatch(one -> one.port() == port)).isEmpty();
  }
}
