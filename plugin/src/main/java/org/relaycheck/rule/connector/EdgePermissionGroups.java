package org.relaycheck.rule.connector;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.PERMISSION_GROUPS;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.relaycheck.catalogue.Product;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.ServerResource;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;

/** A receive connector of an Edge server has only permission groups that Edge knows. */
public final class EdgePermissionGroups implements ConnectorRule {

  private static final Set<String> NOT_ON_EDGE = Set.of("ExchangeUsers", "ExchangeLegacyServers");

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "edge-permission-groups",
          "On Edge, PermissionGroups has neither ExchangeUsers nor ExchangeLegacyServers",
          new RuleFacts.Grounds(
              "An Edge server knows no mailbox users and is no member of the domain: the two groups"
                  + " are not available there, and a policy that asks for them can never be met.",
              "Take the group out of the policy for Edge hosts, under 'at' where a template states"
                  + " it.",
              "receive connectors guide: permission groups"),
          PERMISSION_GROUPS);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public Optional<RuleBreach> breach(Connector connector) throws NotKnownException {
    Set<String> groups = new TreeSet<>(connector.members(PERMISSION_GROUPS));
    groups.retainAll(NOT_ON_EDGE);
    if (groups.isEmpty()
        || hasRole(connector)
        || !connector.server().role(Product.EXCHANGE).equals("EDGE")) {
      return Optional.empty();
    }
    String unknown = String.join(", ", groups);
    return RuleBreach.of("PermissionGroups has " + unknown + " on Edge", "no " + unknown);
  }

  /** A connector that shows a role is on no Edge server, even if nothing tells of the server. */
  private static boolean hasRole(ServerResource connector) {
    return connector.outlook().value(ReceiveConnectorRows.TRANSPORT_ROLE).isPresent();
  }
}
