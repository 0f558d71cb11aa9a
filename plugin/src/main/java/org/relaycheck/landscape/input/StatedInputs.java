package org.relaycheck.landscape.input;

import java.util.Optional;
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
    return statement(desired, row)
        .map(statement -> Known.of(statement.wanted()))
        .orElseGet(() -> new Known.Unknown<>(unstated(row)));
  }

  @Override
  public boolean mentions(Property<?> row) {
    return statement(desired, row).isPresent();
  }

  private static UnknownFact unstated(Property<?> row) {
    return new UnknownFact("the policy does not state " + row, "state it in the policy");
  }

  /** The statement about a row. */
  @SuppressWarnings("unchecked") // a statement about a row is of the row's own type
  public static <T> Optional<Statement<T>> statement(Desired desired, Property<T> row) {
    for (Statement<?> statement : desired.statements()) {
      if (statement.property().equals(row)) {
        return Optional.of((Statement<T>) statement);
      }
    }
    return Optional.empty();
  }
}
