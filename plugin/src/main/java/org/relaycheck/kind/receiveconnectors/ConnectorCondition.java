package org.relaycheck.kind.receiveconnectors;

import java.util.Set;
import java.util.function.Predicate;
import org.relaycheck.catalogue.Property;

/**
 * Something that is so of a connector or not. Of an outlook that does not tell its settings it is
 * not so.
 *
 * @param rows the settings that decide
 * @param here whether it is so
 */
public record ConnectorCondition(Set<Property<?>> rows, Predicate<ConnectorOutlook> here) {

  public ConnectorCondition {
    rows = Set.copyOf(rows);
  }

  static ConnectorCondition has(Property<Set<String>> row, String word) {
    return new ConnectorCondition(Set.of(row), outlook -> outlook.has(row, word));
  }

  static ConnectorCondition lacks(Property<Set<String>> row, String word) {
    return new ConnectorCondition(Set.of(row), outlook -> outlook.lacks(row, word));
  }

  static ConnectorCondition is(Property<Boolean> row, boolean on) {
    return new ConnectorCondition(Set.of(row), outlook -> outlook.is(row, on));
  }

  static ConnectorCondition isOf(String role) {
    return new ConnectorCondition(
        Set.of(ReceiveConnectorRows.TRANSPORT_ROLE),
        outlook ->
            outlook.value(ReceiveConnectorRows.TRANSPORT_ROLE).filter(role::equals).isPresent());
  }

  /** Either of two, which one setting decides. */
  ConnectorCondition or(ConnectorCondition other) {
    return new ConnectorCondition(rows, here.or(other.here));
  }

  ConnectorCondition not() {
    return new ConnectorCondition(rows, here.negate());
  }
}
