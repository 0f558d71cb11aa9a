package org.relaycheck.dialect;

import java.util.List;
import org.relaycheck.value.Literal;

/**
 * A switch that the person who runs a script gives as a sqlcmd variable; only {@code yes} turns it
 * on.
 *
 * <p>sqlcmd and Invoke-Sqlcmd refuse a script of which a variable is not given. Elsewhere the name
 * stays what it is, which is not {@code yes}.
 *
 * @param name of the sqlcmd variable
 */
public record SqlSwitch(String name) {

  private static final String ON = "yes";

  /** Statements that declare a T-SQL variable and give it the switch's text. */
  public List<String> declared(String variable) {
    return List.of(
        "DECLARE " + variable + " nvarchar(256);",
        "SET " + variable + " = " + TSql.of(new Literal.Secret(name)) + ";");
  }

  /** The condition that it is on, of a variable that was so declared. */
  public static String isOn(String variable) {
    return variable + " = " + TSql.text(ON);
  }
}
