package org.relaycheck.landscape.input;

import org.relaycheck.catalogue.Property;
import org.relaycheck.state.Desired;
import org.relaycheck.state.Statement;

/**
 * What a policy says of a resource.
 *
 * @param desired what it says
 */
public record StatedInputs(Desired desired) implements SettingInputs {

  @Override
  public <T> Known<T> of(Property<T> row) {
    return Statement.about(row, desired.statements())
        .map(statement -> Known.of(statement.wanted()))
        .orElseGet(() -> new Known.Unknown<>(unstated(row)));
  }

  @Override
  public boolean mentions(Property<?> row) {
    return Statement.about(row, desired.statements()).isPresent();
  }

  private static UnknownFact unstated(Property<?> row) {
    return new UnknownFact("the policy does not state " + row, "state it in the policy");
  }
}
