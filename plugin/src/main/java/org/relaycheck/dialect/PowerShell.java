package org.relaycheck.dialect;

import java.util.stream.Collectors;
import org.relaycheck.value.Literal;

/**
 * PowerShell's spelling of values, in ASCII, the same as an argument and in an expression.
 *
 * <p>Five characters end a single-quoted string there, and a file without a mark is read in the
 * code page of whoever reads it, where still others become quotes. So what is not plain ASCII
 * leaves the quotes and becomes a number.
 */
public final class PowerShell {

  /**
   * What every comment begins with. PowerShell takes a short comment that resembles the mark of a
   * signature for one, and ends the script there; this is longer than what it looks at.
   */
  public static final String COMMENT = "#" + " ".repeat(35) + "| ";

  private static final char FIRST_PLAIN = ' ';
  private static final char LAST_PLAIN = '~';
  private static final char QUOTE = '\'';

  private PowerShell() {}

  /**
   * A value; no setting of Exchange is a secret.
   *
   * @throws IllegalArgumentException for a secret
   */
  public static String literal(Literal literal) {
    if (literal instanceof Literal.Str str) {
      return text(str.text());
    }
    if (literal instanceof Literal.Num num) {
      return num.number() < 0 ? "(" + num.number() + ")" : Long.toString(num.number());
    }
    if (literal instanceof Literal.Bool bool) {
      return bool.on() ? "$true" : "$false";
    }
    if (literal instanceof Literal.Items items) {
      return items.items().stream()
          .map(PowerShell::literal)
          .collect(Collectors.joining(", ", "@(", ")"));
    }
    if (literal instanceof Literal.Null) {
      return "$null";
    }
    throw new IllegalArgumentException("a secret has no place in a PowerShell script");
  }

  /** A text; of several pieces in parentheses, and a string first, so that plus joins strings. */
  public static String text(String text) {
    StringBuilder out = new StringBuilder().append(QUOTE);
    boolean inside = true;
    int pieces = 1;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      boolean plain = unit >= FIRST_PLAIN && unit <= LAST_PLAIN;
      if (plain && !inside) {
        out.append("+'");
        pieces++;
      } else if (!plain) {
        out.append(inside ? "'+" : "+").append("[char]").append((int) unit);
        pieces++;
      }
      if (plain) {
        out.append(unit == QUOTE ? "''" : unit);
      }
      inside = plain;
    }
    out.append(inside ? "'" : "");
    return pieces == 1 ? out.toString() : "(" + out + ")";
  }

  /** One line of comment without its line end; what is not plain ASCII is shown as its number. */
  public static String comment(String text) {
    StringBuilder out = new StringBuilder(COMMENT);
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit >= FIRST_PLAIN && unit <= LAST_PLAIN) {
        out.append(unit);
      } else {
        String digits = Integer.toHexString(unit);
        out.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
      }
    }
    return out.toString();
  }
}
