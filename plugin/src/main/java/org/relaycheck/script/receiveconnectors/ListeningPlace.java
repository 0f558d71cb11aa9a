package org.relaycheck.script.receiveconnectors;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.kind.receiveconnectors.ConnectorOutlook;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.value.Members;
import org.relaycheck.value.Types;
import org.relaycheck.value.address.AddressSet;
import org.relaycheck.value.address.NetworkBinding;

/**
 * Where a connector listens and whom it serves, as far as that is known. Exchange does not take two
 * connectors of one server that share an address and port and are of two roles, serve the same
 * ranges, or serve ranges that overlap and of which neither holds the other (Set-ReceiveConnector
 * reference; the conflict of roles was seen).
 *
 * @param bindings addresses and ports; empty if they are not known
 * @param ranges whom it serves
 * @param role for which service
 */
record ListeningPlace(
    Set<NetworkBinding> bindings, Optional<AddressSet> ranges, Optional<String> role) {

  private static final Members<AddressSet> SETS = Types.ADDRESS_SET.members().orElseThrow();

  ListeningPlace {
    bindings = Set.copyOf(bindings);
  }

  /** The place of a connector as it is, or as it would be. */
  static ListeningPlace of(ConnectorOutlook outlook) {
    return new ListeningPlace(
        outlook.value(ReceiveConnectorRows.BINDINGS).orElse(Set.of()),
        outlook.value(ReceiveConnectorRows.REMOTE_IP_RANGES),
        outlook.value(ReceiveConnectorRows.TRANSPORT_ROLE));
  }

  /** Whether Exchange is known to refuse the one beside the other. */
  boolean clashes(ListeningPlace other) {
    if (Collections.disjoint(bindings, other.bindings)) {
      return false;
    }
    boolean ofTwoRoles = role.isPresent() && other.role.isPresent() && !role.equals(other.role);
    return ofTwoRoles
        || ranges.flatMap(mine -> other.ranges.filter(theirs -> quarrel(mine, theirs))).isPresent();
  }

  private static boolean quarrel(AddressSet mine, AddressSet theirs) {
    List<AddressSet> others = theirs.apart(0);
    return mine.equals(theirs)
        || mine.apart(0).stream()
            .anyMatch(one -> others.stream().anyMatch(other -> crosses(one, other)));
  }

  private static boolean crosses(AddressSet one, AddressSet other) {
    return !SETS.disjoint(one, other) && !SETS.covers(one, other) && !SETS.covers(other, one);
  }

  /** The same place with the ranges of another beside its own. */
  Optional<ListeningPlace> serving(ListeningPlace other) {
    return ranges.flatMap(
        mine ->
            other.ranges.map(
                theirs ->
                    new ListeningPlace(bindings, Optional.of(SETS.union(mine, theirs)), role)));
  }
}
