package org.relaycheck.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.relaycheck.catalogue.Product;
import org.relaycheck.catalogue.Version;
import org.relaycheck.landscape.Listener;
import org.relaycheck.resource.receiveconnectors.ExchangeReleases;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.state.Address;
import org.relaycheck.state.Desired;
import org.relaycheck.state.HostState;
import org.relaycheck.state.KindState;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Presence;
import org.relaycheck.state.Reading;
import org.relaycheck.state.Selector;
import org.relaycheck.state.Statement;
import org.relaycheck.value.Binding;
import org.relaycheck.value.Seen;

/**
 * What is known of a connector and its server before it is called.
 *
 * @param address the connector, as the server spells it if it was read
 * @param observed the connector as it was found; empty if it was not read
 * @param connectors all of the server, as far as they are known
 * @param caveat why that may not be all; empty if it is
 * @param missing whether the server was read and has no such connector
 * @param version the server's; empty if it is not known
 */
public record Premises(
    Address address,
    Optional<Observed> observed,
    List<Listener> connectors,
    Optional<String> caveat,
    boolean missing,
    Optional<Version> version) {

  public Premises {
    connectors = List.copyOf(connectors);
  }

  /**
   * Of a connector that the policy names.
   *
   * @param all what the policy says, of this host too
   */
  public static Premises of(Address address, HostState state, List<Desired> all) {
    Optional<KindState> kind = kind(address, state);
    if (state instanceof HostState.Read read && kind.isPresent()) {
      return read(address, read, kind.get());
    }
    String why =
        state instanceof HostState.Unread unread ? unread.why() : "its connectors were not read";
    return new Premises(
        address,
        Optional.empty(),
        stated(address, all),
        Optional.of(
            address.host()
                + " was not read ("
                + why
                + "), so who answers is told from the policy"
                + " alone"),
        false,
        Optional.empty());
  }

  private static Optional<KindState> kind(Address address, HostState state) {
    return state instanceof HostState.Read read
        ? Optional.ofNullable(read.kinds().get(address.kind()))
            .filter(kind -> kind.unread().isEmpty())
        : Optional.empty();
  }

  private static Premises read(Address address, HostState.Read read, KindState kind) {
    Optional<Observed> found =
        kind.resources().stream()
            .filter(one -> one.address().key().equals(address.key()))
            .findFirst();
    return new Premises(
        found.map(Observed::address).orElse(address),
        found,
        kind.resources().stream().map(Listener::of).toList(),
        kind.complete()
            ? Optional.empty()
            : kind.gap()
                .or(
                    () ->
                        Optional.of(
                            "the answer of "
                                + address.host()
                                + " does not say that it lists every connector")),
        found.isEmpty() && kind.complete(),
        Product.EXCHANGE.version(read.facts()));
  }

  private static List<Listener> stated(Address address, List<Desired> all) {
    List<Listener> listeners = new ArrayList<>();
    for (Desired desired : all) {
      if (desired.selector() instanceof Selector.Named one
          && desired.presence() instanceof Presence.Present
          && one.kind().equals(address.kind())
          && one.host().equals(address.host())) {
        listeners.add(stated(one.address().name(), new Stated(desired.statements())));
      }
    }
    return listeners;
  }

  /** Who states a connector and not Enabled means one that works. */
  private static Listener stated(String name, Stated stated) {
    Seen<Boolean> enabled = stated.value(ReceiveConnectorRows.ENABLED);
    return new Listener(
        name,
        stated.of(ReceiveConnectorRows.ENABLED).isPresent() ? enabled : Seen.of(true),
        stated.value(ReceiveConnectorRows.BINDINGS),
        stated.value(ReceiveConnectorRows.REMOTE_IP_RANGES),
        stated.value(ReceiveConnectorRows.TRANSPORT_ROLE));
  }

  /** The bindings of the connector itself. */
  SortedSet<Binding> bindings() {
    return new TreeSet<>(
        connectors.stream()
            .filter(one -> Address.compareFolded(one.name(), address.name()) == 0)
            .flatMap(one -> one.bindings().known().orElse(Set.of()).stream())
            .toList());
  }

  /** Why the connector must not be burdened; empty if it is known not to be setup's. */
  Optional<String> spared() {
    Optional<Boolean> setup =
        observed
            .flatMap(one -> one.settings().get(ReceiveConnectorRows.SETUP))
            .map(Reading::seen)
            .flatMap(Seen::known);
    return setup.isEmpty()
        ? Optional.of("whether Exchange setup made it is not known")
        : setup
            .filter(made -> made)
            .map(made -> "Exchange setup made it, and the organisation's own mail needs it");
  }

  /** What a policy says of settings that the server has, as far as its version tells. */
  Stated applicable(List<Statement<?>> statements) {
    return new Stated(
        statements.stream()
            .filter(
                one ->
                    one.property().facts().validity().lacking(version, Optional.empty()).isEmpty())
            .toList());
  }

  /** Whether MaxAcknowledgementDelay has no effect there: it is returned since 2013, not used. */
  boolean neverDelays() {
    return version
        .filter(it -> it.compareTo(ExchangeReleases.EXCHANGE_2013.from()) >= 0)
        .isPresent();
  }
}
