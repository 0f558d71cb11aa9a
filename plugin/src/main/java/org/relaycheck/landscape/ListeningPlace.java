package org.relaycheck.landscape;

import java.util.Collections;
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
 * reference; the conflict of roles was seen). Where they are there all the same, nobody can tell
 * which answers.
 *
 * @param bindings addresses and ports; empty if they are not known
 * @param ranges whom it serves
 * @param role for which service
 */
public record ListeningPlace(
    Set<NetworkBinding> bindings, Optional<AddressSet> ranges, Optional<String> role) {

  private static final Members<AddressSet> SETS = Types.ADDRESS_SET.members().orElseThrow();

  public ListeningPlace {
    bindings = Set.copyOf(bindings);
  }

  /** The place of a connector as it is, or as it would be. */
  public static ListeningPlace of(ConnectorOutlook outlook) {
    return new ListeningPlace(
        outlook.value(ReceiveConnectorRows.BINDINGS).orElse(Set.of()),
        outlook.value(ReceiveConnectorRows.REMOTE_IP_RANGES),
        outlook.value(ReceiveConnectorRows.TRANSPORT_ROLE));
  }

  /** The same place for a part of whom it serves. */
  public ListeningPlace within(Optional<AddressSet> range) {
    return new ListeningPlace(bindings, range, role);
  }

  /** Whether Exchange is known to refuse the one beside the other. */
  public boolean clashes(ListeningPlace other) {
    return !Collections.disjoint(bindings, other.bindings)
        && (isOfOtherRole(other) || servesAlike(other) || crosses(other));
  }

  /** Whether they are known to be for two services, of which one can listen in a place. */
  public boolean isOfOtherRole(ListeningPlace other) {
    return role.isPresent() && other.role.isPresent() && !role.equals(other.role);
  }

  /** Whether they are known to serve the same ranges. */
  public boolean servesAlike(ListeningPlace other) {
    return ranges.isPresent() && ranges.equals(other.ranges);
  }

  /**
   * Whether a range of the one is known to overlap one of the other without either in the other.
   */
  public boolean crosses(ListeningPlace other) {
    return ranges.stream()
        .flatMap(mine -> mine.apart(0).stream())
        .anyMatch(
            one ->
                other.ranges.stream()
                    .flatMap(theirs -> theirs.apart(0).stream())
                    .anyMatch(two -> crosses(one, two)));
  }

  private static boolean crosses(AddressSet one, AddressSet other) {
    return !SETS.disjoint(one, other) && !SETS.covers(one, other) && !SETS.covers(other, one);
  }

  /** The same place with the ranges of another beside its own. */
  public Optional<ListeningPlace> serving(ListeningPlace other) {
    return ranges.flatMap(
        mine ->
            other.ranges.map(
                theirs ->
                    new ListeningPlace(bindings, Optional.of(SETS.union(mine, theirs)), role)));
  }
}
