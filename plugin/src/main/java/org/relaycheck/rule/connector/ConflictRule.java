package org.relaycheck.rule;

import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.AUTH_MECHANISM;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.BINARY_MIME_ENABLED;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.CHUNKING_ENABLED;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.DOMAIN_SECURE_ENABLED;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.ENABLE_AUTH_GSSAPI;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.LONG_ADDRESSES_ENABLED;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.PERMISSION_GROUPS;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.REQUIRE_TLS;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.TRANSPORT_ROLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.relaycheck.catalogue.Product;
import org.relaycheck.catalogue.Property;
import org.relaycheck.landscape.Landscape;
import org.relaycheck.landscape.NotKnown;
import org.relaycheck.landscape.Resource;
import org.relaycheck.landscape.Server;
import org.relaycheck.resource.receiveconnectors.Condition;
import org.relaycheck.resource.receiveconnectors.Conflict;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;

/**
 * A receive connector has none of some conflicts between its settings.
 *
 * @param facts what is told of the rule
 * @param conflicts which it has none of
 */
record Combination(RuleFacts facts, List<Conflict> conflicts) implements Rule {

  private static final String REFERENCE = "Set-ReceiveConnector reference";

  Combination {
    conflicts = List.copyOf(conflicts);
  }

  static Combination authentication() {
    return new Combination(
        RuleFacts.warning(
            "authentication-combination",
            "AuthMechanism, PermissionGroups and RequireTLS go together",
            new RuleFacts.Grounds(
                "Some mechanisms need or exclude others, and Exchange refuses the command that sets"
                    + " them otherwise: a policy that asks for it can never be met.",
                "Add what the finding names, or take away what needs it.",
                REFERENCE + ": AuthMechanism"),
            AUTH_MECHANISM,
            PERMISSION_GROUPS,
            REQUIRE_TLS),
        Conflict.AUTHENTICATION);
  }

  static Combination prerequisites() {
    List<Conflict> all = new ArrayList<>(Conflict.PREREQUISITES);
    all.add(Conflict.KERBEROS_NOT_OFFERED);
    return new Combination(
        RuleFacts.warning(
            "setting-needs-another",
            "What a setting of a receive connector needs to work is set too",
            new RuleFacts.Grounds(
                "Some settings are refused, or do nothing, unless another is set: what the policy"
                    + " counts on is then not there, and nothing tells.",
                "Set what the finding names, or take back the setting that needs it.",
                REFERENCE
                    + ": DomainSecureEnabled, BinaryMimeEnabled, LongAddressesEnabled,"
                    + " EnableAuthGSSAPI. Whether OrarEnabled needs LongAddressesEnabled depends on"
                    + " the addresses: nothing is told of it"),
            DOMAIN_SECURE_ENABLED,
            BINARY_MIME_ENABLED,
            CHUNKING_ENABLED,
            LONG_ADDRESSES_ENABLED,
            ENABLE_AUTH_GSSAPI,
            AUTH_MECHANISM,
            TRANSPORT_ROLE),
        all);
  }

  @Override
  public void judge(Landscape landscape, Ruling ruling) {
    for (Server server : landscape.servers()) {
      for (Resource connector : server.compared(ReceiveConnectorRows.CATALOGUE)) {
        conflicts.forEach(
            conflict -> ruling.of(connector, conflict.about(), () -> breach(conflict, connector)));
      }
    }
  }

  /**
   * The breach of a connector that has a conflict; what is not known counts only where it decides.
   */
  static Optional<Breach> breach(Conflict conflict, Resource connector) throws NotKnown {
    Optional<NotKnown> unknown = Optional.empty();
    for (Condition condition : conflict.conditions()) {
      try {
        if (!holds(condition, connector)) {
          return Optional.empty(); // one that does not is enough, whatever else is not known
        }
      } catch (NotKnown not) {
        unknown = unknown.or(() -> Optional.of(not));
      }
    }
    if (unknown.isPresent()) {
      throw unknown.get();
    }
    return Breach.of(shown(conflict, connector) + conflict.needs(), conflict.instead());
  }

  private static boolean holds(Condition condition, Resource connector) throws NotKnown {
    for (Property<?> row : condition.rows()) {
      if (connector.server().lacks(Product.EXCHANGE, row)) {
        return false;
      }
      connector.optional(row);
    }
    return condition.here().test(connector.outlook());
  }

  private static String shown(Conflict conflict, Resource connector) {
    return conflict.rows().stream()
        .map(row -> row + " " + connector.shown(row))
        .collect(Collectors.joining(", ", "", ": "));
  }
}
