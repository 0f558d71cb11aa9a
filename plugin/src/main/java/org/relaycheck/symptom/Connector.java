package org.relaycheck.symptom;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relaycheck.catalogue.Product;
import org.relaycheck.catalogue.Property;
import org.relaycheck.catalogue.Release;
import org.relaycheck.catalogue.Version;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.state.Address;
import org.relaycheck.value.Binding;
import org.relaycheck.value.Right;

/**
 * A receive connector that was found.
 *
 * @param found its settings
 * @param facts about its server
 */
record Connector(Found found, Map<String, String> facts) {

  private static final String RELAY = "MS-EXCH-SMTP-ACCEPT-ANY-RECIPIENT";
  private static final String ANONYMOUS = "anonymous";

  /** Who is or holds a client that has not logged in. */
  private static final Set<String> WIDE = Set.of("ANONYMOUS", "EVERYONE", "S-1-1-0");

  Address address() {
    return found.observed().address();
  }

  <T> Optional<T> known(Property<T> row) {
    return found.known(row);
  }

  /** Whether it takes mail, as far as is known. */
  boolean open() {
    return known(ReceiveConnectorRows.ENABLED).orElse(true);
  }

  boolean madeBySetup() {
    return known(ReceiveConnectorRows.SETUP).orElse(false);
  }

  /** The ports that it listens on; empty if that is not known. */
  Set<Integer> ports() {
    return known(ReceiveConnectorRows.BINDINGS).stream()
        .flatMap(Set::stream)
        .map(Binding::port)
        .collect(Collectors.toSet());
  }

  boolean listensOn(long port) {
    return ports().isEmpty() || ports().stream().anyMatch(own -> own == port);
  }

  Optional<Version> version() {
    return Product.EXCHANGE.version(facts);
  }

  /** Whether the server is of a release or a later one; empty if its version is not known. */
  Optional<Boolean> since(Release release) {
    return version().map(version -> version.compareTo(release.from()) >= 0);
  }

  /** Whether anonymous clients may relay; empty if the rights are not known. */
  Optional<Boolean> relaysForAnonymous() {
    if (known(ReceiveConnectorRows.AUTH_MECHANISM)
        .filter(ways -> ways.contains("ExternalAuthoritative"))
        .isPresent()) {
      return Optional.of(true);
    }
    Optional<Boolean> own =
        known(ReceiveConnectorRows.EXTENDED_RIGHTS)
            .map(Connector::relay)
            .or(
                () ->
                    found.isEmpty(ReceiveConnectorRows.EXTENDED_RIGHTS)
                        ? Optional.of(false)
                        : Optional.empty());
    return own.filter(relays -> relays || !mayRelayOtherwise());
  }

  /** Whether an entry from above, or one for everybody, may give what its own leave open. */
  private boolean mayRelayOtherwise() {
    boolean denied =
        known(ReceiveConnectorRows.EXTENDED_RIGHTS).stream()
            .flatMap(Set::stream)
            .anyMatch(right -> isRelay(right) && !right.allow());
    return !denied
        && Stream.of(ReceiveConnectorRows.EXTENDED_RIGHTS, ReceiveConnectorRows.INHERITED_RIGHTS)
            .flatMap(row -> known(row).stream().flatMap(Set::stream))
            .filter(right -> right.allow() && names(right))
            .anyMatch(right -> WIDE.contains(Address.folded(right.principal().spelling())));
  }

  /** A right that is denied is not had, whatever else allows it. */
  private static boolean relay(Set<Right> rights) {
    List<Right> relay = rights.stream().filter(Connector::isRelay).toList();
    return !relay.isEmpty() && relay.stream().allMatch(Right::allow);
  }

  private static boolean isRelay(Right right) {
    return right.principal().spelling().equals(ANONYMOUS) && names(right);
  }

  private static boolean names(Right right) {
    return Address.folded(right.right().spelling()).equals(RELAY);
  }

  @Override
  public String toString() {
    return found.toString();
  }
}
