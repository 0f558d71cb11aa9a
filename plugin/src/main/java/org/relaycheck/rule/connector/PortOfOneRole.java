package org.relaycheck.rule.connector;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.BINDINGS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.TRANSPORT_ROLE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relaycheck.catalogue.Product;
import org.relaycheck.landscape.Landscape;
import org.relaycheck.landscape.Server;
import org.relaycheck.landscape.ServerResource;
import org.relaycheck.rule.Rule;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;
import org.relaycheck.rule.RuleResult;
import org.relaycheck.value.address.NetworkBinding;

/** What listens on one address and port of a server is of one transport service. */
public final class PortOfOneRole implements Rule {

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "port-of-one-role",
          "Connectors of both transport roles do not share an address and port of a server",
          new RuleFacts.Grounds(
              "Front End Transport and Transport are two services, and one address and port can be"
                  + " listened on by one of them. Exchange refuses the second connector with"
                  + " ReceiveConnectorRoleConflictException; where it is there all the same, mail"
                  + " on that port fails now and then. All connectors of the server are looked at.",
              "Give both the same TransportRole, or one of them another port.",
              "published text of ReceiveConnectorRoleConflictException; non-delivery reports"
                  + " guide (4.3.2). Whether 0.0.0.0 and one address of the server count as the"
                  + " same is not documented: only equal bindings are reported"),
          TRANSPORT_ROLE,
          BINDINGS);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public void judge(Landscape landscape, RuleResult result) {
    for (Server server : landscape.servers()) {
      if (!server.lacks(Product.EXCHANGE, TRANSPORT_ROLE)) {
        SamePortConnectors<String> neighbours =
            new SamePortConnectors<>(server, connector -> connector.value(TRANSPORT_ROLE));
        neighbours.judge(TRANSPORT_ROLE, conflicts(neighbours), result);
      }
    }
  }

  private static Map<ServerResource, List<RuleBreach>> conflicts(
      SamePortConnectors<String> neighbours) {
    Map<ServerResource, List<RuleBreach>> conflicts = new HashMap<>();
    neighbours
        .byBinding()
        .forEach(
            (binding, sharing) -> {
              Map<String, ServerResource> byRole = new LinkedHashMap<>();
              sharing.forEach((connector, role) -> byRole.putIfAbsent(role, connector));
              if (byRole.size() > 1) {
                sharing.forEach(
                    (connector, role) ->
                        conflicts
                            .computeIfAbsent(connector, one -> new ArrayList<>())
                            .add(breach(binding, role, byRole)));
              }
            });
    return conflicts;
  }

  private static RuleBreach breach(
      NetworkBinding binding, String role, Map<String, ServerResource> byRole) {
    Map<String, ServerResource> others = new LinkedHashMap<>(byRole);
    others.remove(role);
    Map.Entry<String, ServerResource> other = others.entrySet().iterator().next();
    return new RuleBreach(
        "it is "
            + role
            + " on "
            + binding
            + ", where '"
            + other.getValue().name()
            + "' is "
            + other.getKey(),
        "one TransportRole for both, or another port",
        List.of(other.getValue()));
  }
}
