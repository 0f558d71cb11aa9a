package org.relaycheck.dialect;

import java.util.List;
import java.util.regex.Pattern;
import org.relaycheck.value.Literal;

/**
 * A secret that a script is given by a sqlcmd variable, and the guard before its use.
 *
 * @param name of the sqlcmd variable
 */
public record SqlSecret(String name) {

  private static final Pattern NAMES = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,59}");

  public SqlSecret {
    if (!NAMES.matcher(name).matches()) {
      throw new IllegalArgumentException(name + " is no name that every tool takes");
    }
  }

  /**
   * Statements that give the secret to a T-SQL variable, and raise an error if it was not
   * substituted, is empty, too long, or would be stored without its outer spaces.
   *
   * @param variable of type nvarchar(max): a shorter one would cut the secret silently
   * @param most how many UTF-16 units it may have
   */
  public List<String> guarded(String variable, int most) {
    String given = TSql.of(new Literal.Secret(name));
    String raw = TSql.text("$(" + name + ")");
    return List.of(
        "SET " + variable + " = " + given + ";",
        "IF " + variable + " = " + raw,
        raise("the sqlcmd variable " + name + " was not given; it holds the password"),
        "IF DATALENGTH(" + variable + ") = 0",
        raise("the sqlcmd variable " + name + " is empty; it holds the password"),
        "IF DATALENGTH(" + variable + ") > " + 2 * most,
        raise("the password in " + name + " is longer than " + most + " characters"),
        "IF DATALENGTH(LTRIM(RTRIM(" + variable + "))) <> DATALENGTH(" + variable + ")",
        raise("the password in " + name + " begins or ends with a space, which is not stored"));
  }

  private static String raise(String message) {
    return "  RAISERROR(" + TSql.text(message) + ", 16, 1);";
  }
}
