package org.relaycheck.rule.connector;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.BINDINGS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.REMOTE_IP_RANGES;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.landscape.Landscape;
import org.relaycheck.landscape.Server;
import org.relaycheck.landscape.ServerResource;
import org.relaycheck.rule.Rule;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;
import org.relaycheck.rule.RuleResult;
import org.relaycheck.state.BreachValue;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Types;
import org.relaycheck.value.address.AddressSet;
import org.relaycheck.value.address.NetworkBinding;

/** Of two connectors on one address and port it can be told which answers a client. */
public final class RemoteRangeOverlap implements Rule {

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "remote-range-overlap",
          "Ranges of connectors on one address and port differ, and one holds the other where they"
              + " overlap",
          new RuleFacts.Grounds(
              "Of several connectors on one address and port the one with the most specific range"
                  + " answers. Exchange therefore takes ranges that overlap only if one lies"
                  + " completely in the other; of two equal ones neither is more specific. Where"
                  + " they exist all the same, it is not known which connector answers. All"
                  + " connectors of the server are looked at.",
              "Narrow one of the two ranges, so that it lies in the other or beside it; or give one"
                  + " connector another port.",
              "Set-ReceiveConnector reference: Bindings, RemoteIPRanges. How ranges of 0.0.0.0 and"
                  + " of one address of the server stand to each other is not documented: only"
                  + " connectors with an equal binding are put side by side"),
          REMOTE_IP_RANGES,
          BINDINGS);

  private static final AddressSet EVERY_IPV4 =
      Types.ADDRESS_SET.read(Raw.text("0.0.0.0-255.255.255.255")).known().orElseThrow();

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public void judge(Landscape landscape, RuleResult result) {
    for (Server server : landscape.servers()) {
      SamePortConnectors<List<AddressSet>> neighbours =
          new SamePortConnectors<>(server, connector -> connector.ranges(REMOTE_IP_RANGES));
      neighbours.judge(REMOTE_IP_RANGES, overlaps(neighbours), result);
    }
  }

  private static Map<ServerResource, List<RuleBreach>> overlaps(
      SamePortConnectors<List<AddressSet>> neighbours) {
    Map<ServerResource, List<RuleBreach>> overlaps = new HashMap<>();
    neighbours
        .byBinding()
        .forEach(
            (binding, sharing) -> {
              AddressOwners<ServerResource> territories = new AddressOwners<>();
              sharing.forEach(
                  (connector, ranges) ->
                      ranges.stream()
                          .filter(range -> isIpv6(range) == binding.ipv6())
                          .forEach(range -> territories.add(connector, range)));
              for (AddressOwners.Odds<ServerResource> odds : territories.atOdds()) {
                overlaps
                    .computeIfAbsent(odds.owner(), one -> new ArrayList<>())
                    .add(breach(binding, odds));
              }
            });
    return overlaps;
  }

  private static boolean isIpv6(AddressSet range) {
    return Types.ADDRESS_SET.members().orElseThrow().disjoint(range, EVERY_IPV4);
  }

  private static RuleBreach breach(
      NetworkBinding binding, AddressOwners.Odds<ServerResource> odds) {
    String other = "'" + odds.other().name() + "'";
    String range = Types.ADDRESS_SET.show(odds.range());
    String found =
        odds.isEqual()
            ? range + " is a range of " + other + " too"
            : range
                + " overlaps "
                + Types.ADDRESS_SET.show(odds.otherRange())
                + " of "
                + other
                + " in part";
    String name = odds.other().nameFrom(odds.owner());
    return new RuleBreach(
            found + " (" + binding + ")",
            "ranges of which one lies in the other",
            List.of(odds.other()))
        .by(BINDINGS)
        .with(REMOTE_IP_RANGES, odds.range())
        .with(new BreachValue<>(name, REMOTE_IP_RANGES, Optional.of(odds.otherRange())));
  }
}
