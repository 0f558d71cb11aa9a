package org.relaycheck.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.relaycheck.value.Literal;

/**
 * T-SQL as sqlcmd, Management Studio and Invoke-Sqlcmd all read it: ASCII, no line break and no
 * {@code $(} in a literal.
 *
 * <p>sqlcmd replaces {@code $(name)} inside literals and comments too, and reads a file in the code
 * page of the console.
 */
public final class TSql {

  private static final String VARIABLE = "$(";
  private static final String LITERAL = "N'";

  private TSql() {}

  /** The value as an expression, which may need the place of one: {@code SET} or {@code SELECT}. */
  public static String of(Literal literal) {
    if (literal instanceof Literal.Str text) {
      return text(text.text());
    }
    if (literal instanceof Literal.Num number) {
      return Long.toString(number.number());
    }
    if (literal instanceof Literal.Bool flag) {
      return flag.on() ? "1" : "0";
    }
    if (literal instanceof Literal.Secret secret) {
      return LITERAL + VARIABLE + secret.variable() + ")'";
    }
    if (literal instanceof Literal.Null) {
      return "NULL";
    }
    throw new IllegalArgumentException("T-SQL has no literal for a list");
  }

  /**
   * Unicode text as an expression: literals and {@code NCHAR(n)}, joined by {@code +}.
   *
   * @throws IllegalArgumentException for what {@link #refusal} refuses
   */
  public static String text(String text) {
    refusal(text)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why);
            });
    List<String> parts = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean variable = c == '(' && run.length() > 0 && run.charAt(run.length() - 1) == '$';
      if (variable || !printable(c)) {
        end(run, parts);
      }
      if (!printable(c)) {
        parts.add("NCHAR(" + (int) c + ")");
      } else {
        run.append(c == '\'' ? "''" : Character.toString(c));
      }
    }
    if (run.length() > 0 || parts.isEmpty()) {
      parts.add(LITERAL + run + "'");
    }
    return String.join(" + ", parts);
  }

  private static void end(StringBuilder run, List<String> parts) {
    if (run.length() > 0) {
      parts.add(LITERAL + run + "'");
      run.setLength(0);
    }
  }

  /** Why a text cannot be written, as a clause; empty if it can. */
  public static Optional<String> refusal(String text) {
    return text.indexOf('\0') < 0
        ? Optional.empty()
        : Optional.of("it holds the character NUL, at which tools cut a text off");
  }

  /** One line of comment: what is not printable ASCII stands as its number. */
  public static String comment(String text) {
    StringBuilder line = new StringBuilder("-- ");
    text.codePoints()
        .forEach(
            c ->
                line.append(
                    printable(c)
                        ? Character.toString(c)
                        : String.format(Locale.ROOT, "[U+%04X]", c)));
    return line.toString()
        .replace("*/", "* /")
        .replace("/*", "/ *")
        .replace(VARIABLE, "$ (")
        .stripTrailing();
  }

  private static boolean printable(int c) {
    return c >= ' ' && c <= '~';
  }
}
