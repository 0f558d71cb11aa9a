package org.relaycheck.rule.connector;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.relaycheck.catalogue.Product;
import org.relaycheck.catalogue.Property;
import org.relaycheck.kind.receiveconnectors.ConnectorCondition;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.kind.receiveconnectors.SettingConflict;
import org.relaycheck.landscape.Landscape;
import org.relaycheck.landscape.Server;
import org.relaycheck.landscape.ServerResource;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.Rule;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;
import org.relaycheck.rule.RuleResult;

/** A receive connector has none of some conflicts between its settings. */
abstract class ConflictRule implements Rule {

  static final String REFERENCE = "Set-ReceiveConnector reference";

  private final RuleFacts facts;
  private final List<SettingConflict> conflicts;

  ConflictRule(RuleFacts facts, List<SettingConflict> conflicts) {
    this.facts = facts;
    this.conflicts = List.copyOf(conflicts);
  }

  @Override
  public final RuleFacts facts() {
    return facts;
  }

  @Override
  public final void judge(Landscape landscape, RuleResult result) {
    for (Server server : landscape.servers()) {
      for (ServerResource connector : server.compared(ReceiveConnectorRows.CATALOGUE)) {
        conflicts.forEach(
            conflict -> result.of(connector, conflict.about(), () -> breach(conflict, connector)));
      }
    }
  }

  /**
   * The breach of a connector that has a conflict; what is not known counts only where it decides.
   */
  static Optional<RuleBreach> breach(SettingConflict conflict, ServerResource connector)
      throws NotKnownException {
    Optional<NotKnownException> unknown = Optional.empty();
    for (ConnectorCondition condition : conflict.conditions()) {
      try {
        if (!holds(condition, connector)) {
          return Optional.empty(); // one that does not is enough, whatever else is not known
        }
      } catch (NotKnownException not) {
        unknown = unknown.or(() -> Optional.of(not));
      }
    }
    if (unknown.isPresent()) {
      throw unknown.get();
    }
    return RuleBreach.of(shown(conflict, connector) + conflict.needs(), conflict.instead())
        .map(breach -> breach.by(conflict.rows().toArray(Property<?>[]::new)));
  }

  private static boolean holds(ConnectorCondition condition, ServerResource connector)
      throws NotKnownException {
    for (Property<?> row : condition.rows()) {
      if (connector.server().lacks(Product.EXCHANGE, row)) {
        return false;
      }
      connector.optional(row);
    }
    return condition.here().test(connector.outlook());
  }

  private static String shown(SettingConflict conflict, ServerResource connector) {
    return conflict.rows().stream()
        .map(row -> row + " " + connector.shown(row))
        .collect(Collectors.joining(", ", "", ": "));
  }
}
