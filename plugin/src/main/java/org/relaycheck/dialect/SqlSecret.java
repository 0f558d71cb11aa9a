package org.relaycheck.dialect;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A secret that a script is given by a sqlcmd variable, and the guard before its use.
 *
 * <p>sqlcmd writes a variable's text into the batch as it is, so a secret that holds the character
 * that ends the literal would become T-SQL, and the syntax error would print it. Therefore the
 * variable holds {@code 0x} and the hexadecimal digits of the secret's UTF-16 text. The literal is
 * a double-quoted one, so that a secret that somebody gives as it is, with an apostrophe in it,
 * reaches the guard too.
 *
 * @param name of the sqlcmd variable
 */
public record SqlSecret(String name) {

  private static final Pattern NAMES = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,59}");

  /** Bytes of the variable's text: those of {@code 0x}, and those of the digits of one unit. */
  private static final int PREFIX = 4;

  private static final int UNIT = 8;

  public SqlSecret {
    if (!NAMES.matcher(name).matches()) {
      throw new IllegalArgumentException(name + " is no name that every tool takes");
    }
  }

  /**
   * Statements that give the secret to a T-SQL variable, and raise an error if it was not
   * substituted, is not in hexadecimal digits, is empty, too long, or would be stored without its
   * outer spaces.
   *
   * @param variable of type nvarchar(max): a shorter one would cut the secret silently
   * @param digits another one, which is NULL afterwards
   * @param most how many UTF-16 units it may have
   */
  public List<String> guarded(String variable, String digits, int most) {
    String raw = TSql.text("$(" + name + ")");
    return List.of(
        "SET QUOTED_IDENTIFIER OFF;",
        "SET " + digits + " = \"$(" + name + ")\";",
        "SET QUOTED_IDENTIFIER ON;",
        "IF " + digits + " = " + raw,
        raise("the sqlcmd variable " + name + " was not given; it holds the password"),
        "IF DATALENGTH(" + digits + ") = 0 OR " + digits + " = N'0x'",
        raise("the sqlcmd variable " + name + " is empty; it holds the password"),
        "IF " + digits + " NOT LIKE N'0x%' COLLATE Latin1_General_BIN2",
        "   OR " + digits + " LIKE N'0x%[^0-9A-Fa-f]%' COLLATE Latin1_General_BIN2",
        "   OR DATALENGTH(" + digits + ") % " + UNIT + " <> " + PREFIX,
        raise(
            "the sqlcmd variable "
                + name
                + " holds something else than 0x and four hexadecimal digits for each character of"
                + " the password: make it as the head of this script says"),
        "IF DATALENGTH(" + digits + ") > " + (PREFIX + UNIT * most),
        raise("the password in " + name + " is longer than " + most + " characters"),
        "SELECT "
            + variable
            + " = CONVERT(nvarchar(max), CONVERT(varbinary(max), "
            + digits
            + ", 1)), "
            + digits
            + " = NULL;",
        "IF DATALENGTH(LTRIM(RTRIM(" + variable + "))) <> DATALENGTH(" + variable + ")",
        raise("the password in " + name + " begins or ends with a space, which is not stored"));
  }

  private static String raise(String message) {
    return "  RAISERROR(" + TSql.text(message) + ", 16, 1);";
  }
}
