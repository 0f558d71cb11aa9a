package org.relaycheck.landscape.input;

import org.relaycheck.catalogue.Property;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.state.Statement;
import org.relaycheck.value.Raw;

/**
 * A resource as a policy would have it, for a server that nobody could read: of a set the part that
 * is asked for is taken for all of it, and who states a connector means one that works.
 *
 * @param stated what the policy says of it
 */
public record IntendedInputs(StatedInputs stated) implements SettingInputs {

  @Override
  public <T> Known<T> of(Property<T> row) {
    if (row.equals(ReceiveConnectorRows.ENABLED) && !mentions(row)) {
      return new Known.Exactly<>(row.read(Raw.text("true")).known());
    }
    return Statement.about(row, stated.desired().statements())
        .map(statement -> Known.meant(statement.wanted()))
        .orElseGet(() -> stated.of(row));
  }

  @Override
  public boolean mentions(Property<?> row) {
    return stated.mentions(row);
  }
}
