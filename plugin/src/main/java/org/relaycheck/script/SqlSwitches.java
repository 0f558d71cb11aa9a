package org.relaycheck.script;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relaycheck.dialect.SqlSwitch;
import org.relaycheck.dialect.TSql;

/** How a T-SQL script is given its switches, asks for them and leaves out what lacks one. */
public final class SqlSwitches {

  private SqlSwitches() {}

  /** Statements that give each switch's text to a variable, in lines. */
  static String declared(Set<ScriptSwitch> switches) {
    return sorted(switches)
        .flatMap(one -> new SqlSwitch(one.title()).declared(variable(one)).stream())
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  /** Part of a sqlcmd command line, with a blank at its end; nothing for no switch. */
  static String options(Set<ScriptSwitch> switches) {
    return switches.isEmpty() ? "" : "-v " + given(switches, "no") + " ";
  }

  /** What the switches are about, in sentences. */
  static List<String> usage(Set<ScriptSwitch> switches) {
    if (switches.isEmpty()) {
      return List.of();
    }
    String set =
        sorted(switches)
            .map(one -> ":setvar " + one.title() + " yes")
            .collect(Collectors.joining(" or "));
    String left =
        sorted(switches)
            .map(one -> one.title() + "=no leaves out " + one.what())
            .collect(Collectors.joining(", "));
    return List.of(
        left + "; the rest is done, and the script ends with 1. With yes that is done too.",
        "Management Studio takes switches in SQLCMD mode only ("
            + set
            + " above the script); without it they are no. Invoke-Sqlcmd takes them by -Variable.");
  }

  /** The condition that all of these are on. */
  public static String allowed(Set<ScriptSwitch> switches) {
    return sorted(switches)
        .map(one -> SqlSwitch.isOn(variable(one)))
        .collect(Collectors.joining(" AND "));
  }

  /** A statement that counts what is left out because a switch is off. */
  public static List<String> leave(String what, Set<ScriptSwitch> switches) {
    String reason = what + " left out; needs " + given(switches, "yes");
    return List.of(
        "BEGIN",
        "  PRINT " + TSql.text("  " + reason + ".") + ";",
        "  SET @left = @left + 1;",
        "  SET @stops = @stops + N' [' + @what + " + TSql.text(": " + reason + "]") + ";",
        "END");
  }

  /** The switches as a command line gives them, such as {@code AllowNarrowing=yes}. */
  public static String given(Set<ScriptSwitch> switches, String value) {
    return sorted(switches).map(one -> one.title() + "=" + value).collect(Collectors.joining(" "));
  }

  private static Stream<ScriptSwitch> sorted(Set<ScriptSwitch> switches) {
    return switches.stream().sorted();
  }

  private static String variable(ScriptSwitch one) {
    return "@allow_" + one.name().toLowerCase(Locale.ROOT);
  }
}
