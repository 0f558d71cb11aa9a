package org.relaycheck.goal.allow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.state.Address;
import org.relaycheck.state.Desired;
import org.relaycheck.state.OwnedMember;
import org.relaycheck.state.Place;
import org.relaycheck.state.Policy;
import org.relaycheck.state.Presence;
import org.relaycheck.state.Selector;
import org.relaycheck.state.Statement;
import org.relaycheck.state.expectation.HasMembers;
import org.relaycheck.state.expectation.IsExactly;
import org.relaycheck.value.Members;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Types;
import org.relaycheck.value.address.AddressSet;
import org.relaycheck.yaml.PolicyException;
import org.relaycheck.yaml.Suggestion;

/**
 * What a policy says of the addresses of one connector.
 *
 * @param connector its name
 * @param hosts that have it
 * @param statements by their places; at least one
 */
record StatedRanges(
    String connector, List<String> hosts, Map<Place, Statement<AddressSet>> statements) {

  static final Members<AddressSet> ADDRESSES = Types.ADDRESS_SET.members().orElseThrow();

  /** Refuses what cannot be edited in one place for this connector alone. */
  static StatedRanges of(Policy policy, String connector) throws PolicyException {
    List<Desired> all = policy.desired().stream().filter(StatedRanges::isConnector).toList();
    List<Desired> named =
        all.stream().filter(one -> Address.compareFolded(name(one), connector) == 0).toList();
    if (named.isEmpty()) {
      List<String> names = all.stream().map(StatedRanges::name).distinct().toList();
      throw AddressOrder.refusal(
          "relay.connector: the policy names no receive connector '"
              + connector
              + "'"
              + Suggestion.ending(connector, names));
    }
    Map<Place, Statement<AddressSet>> statements = new LinkedHashMap<>();
    for (Desired one : named) {
      Statement<AddressSet> stated =
          Statement.about(ReceiveConnectorRows.REMOTE_IP_RANGES, one.statements())
              .orElseThrow(
                  () ->
                      AddressOrder.refusal(
                          one.origin().place(),
                          "'" + connector + "' states no RemoteIPRanges; state them first"));
      statements.put(editable(stated), stated);
    }
    List<String> hosts = named.stream().map(one -> one.selector().host()).distinct().toList();
    return new StatedRanges(name(named.get(0)), hosts, statements);
  }

  private static boolean isConnector(Desired desired) {
    return desired.selector() instanceof Selector.Named one
        && one.kind().equals(ReceiveConnectorRows.CATALOGUE.kind())
        && desired.presence() instanceof Presence.Present;
  }

  private static String name(Desired desired) {
    return ((Selector.Named) desired.selector()).address().name();
  }

  private static Place editable(Statement<AddressSet> stated) throws PolicyException {
    Place place = stated.origin().place();
    if (stated.origin().template().isPresent()) {
      throw AddressOrder.refusal(
          place,
          "RemoteIPRanges stands in the template '"
              + stated.origin().template().get()
              + "', which may serve others; state it for the connector itself");
    }
    if (wanted(stated).isEmpty()) {
      throw AddressOrder.refusal(
          place,
          "RemoteIPRanges is '" + stated.show() + "', to which no address can be added; edit it");
    }
    return place;
  }

  /** The addresses that a statement wants; empty if it does not say which. */
  static Optional<AddressSet> wanted(Statement<AddressSet> stated) {
    if (stated.wanted() instanceof IsExactly<AddressSet> is) {
      return is.wanted();
    }
    return stated.wanted() instanceof HasMembers<AddressSet> has
        ? has.contains()
        : Optional.empty();
  }

  /** The members that have some of the addresses, each as it is stated. */
  static List<OwnedMember> meeting(Statement<AddressSet> stated, AddressSet addresses) {
    return stated.members().stream()
        .filter(one -> read(one).filter(set -> !ADDRESSES.disjoint(set, addresses)).isPresent())
        .toList();
  }

  static Optional<AddressSet> read(OwnedMember member) {
    return Types.ADDRESS_SET.read(Raw.text(member.text())).known();
  }
}
