package org.relaycheck.script.receiveconnectors;

import java.util.Collection;
import java.util.List;
import org.relaycheck.catalogue.Property;
import org.relaycheck.dialect.PowerShell;
import org.relaycheck.value.Literal;
import org.relaycheck.value.Right;

/** The lines of a script about one connector, being written. */
final class StepText {

  private final StringBuilder lines = new StringBuilder();

  StepText(String connector) {
    call("Start-RelayConnector", text(connector));
  }

  /** A call of one of the script's own functions. */
  StepText call(String function, Literal... arguments) {
    lines.append(function);
    for (Literal argument : arguments) {
      lines.append(' ').append(PowerShell.literal(argument));
    }
    lines.append('\n');
    return this;
  }

  /** A setting to be changed from one value to another. */
  StepText change(Property<?> row, Literal seen, Literal want, ChangeEffect bearing) {
    return call(
        "Add-RelayChange",
        text(row.name()),
        text(ValueSpelling.comparison(row)),
        seen,
        want,
        text(bearing.needs()));
  }

  /** A list that is widened now, and comes to its end in a later step. */
  StepText passage(Property<?> row, Literal from, Literal to, Literal end, ChangeEffect bearing) {
    return call(
        "Add-RelayPassage",
        text(row.name()),
        text(ValueSpelling.comparison(row)),
        from,
        to,
        end,
        text(bearing.needs()));
  }

  /** A setting to be made, or to be recognised. */
  StepText setting(Given given) {
    return call(
        "Add-RelaySetting",
        text(given.row().name()),
        text(ValueSpelling.comparison(given.row())),
        given.value(),
        text(given.atOnce() ? "New" : "Set"));
  }

  /** Entries of the access list. */
  StepText rights(String list, Collection<Right> rights) {
    rights.stream()
        .sorted()
        .forEach(
            right ->
                call(
                    "Add-RelayRight",
                    text(list),
                    text(right.allow() ? "allow" : "deny"),
                    text(right.principal().spelling()),
                    text(right.right().spelling())));
    return this;
  }

  /** The whole step, which ends with what is to be done. */
  String end(String function, List<Literal> arguments) {
    call(function, arguments.toArray(Literal[]::new));
    return lines.toString();
  }

  static Literal text(String text) {
    return new Literal.Str(text);
  }

  /**
   * A value for a connector that is made.
   *
   * @param atOnce whether New-ReceiveConnector takes it; else it is set afterwards
   */
  record Given(Property<?> row, Literal value, boolean atOnce) {}
}
