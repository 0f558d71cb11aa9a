package org.relaycheck.resource.receiveconnectors;

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
public record Condition(Set<Property<?>> rows, Predicate<Outlook> here) {

  public Condition {
    rows = Set.copyOf(rows);
  }

  static Condition has(Property<Set<String>> row, String word) {
    return new Condition(Set.of(row), outlook -> outlook.has(row, word));
  }

  static Condition lacks(Property<Set<String>> row, String word) {
    return new Condition(Set.of(row), outlook -> outlook.lacks(row, word));
  }

  static Condition is(Property<Boolean> row, boolean on) {
    return new Condition(Set.of(row), outlook -> outlook.is(row, on));
  }

  static Condition isOf(String role) {
    return new Condition(
        Set.of(ReceiveConnectorRows.TRANSPORT_ROLE),
        outlook ->
            outlook.value(ReceiveConnectorRows.TRANSPORT_ROLE).filter(role::equals).isPresent());
  }

  /** Either of two, which one setting decides. */
  Condition or(Condition other) {
    return new Condition(rows, here.or(other.here));
  }

  Condition not() {
    return new Condition(rows, here.negate());
  }
}
