package org.relaycheck.standin.tsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * sqlcmd's own language: {@code $(name)} is replaced everywhere, in literals and comments too, a
 * line {@code GO} ends a batch, and a line that begins with {@code :} or {@code !!} is a command.
 */
public final class SqlCmd {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\(([^)\\s\"']*)\\)");
  private static final Pattern GO = Pattern.compile("(?i)\\s*GO(\\s+\\d+)?\\s*;?\\s*");

  private SqlCmd() {}

  /**
   * The batches that are sent.
   *
   * @param variables by name
   */
  public static List<String> batches(String file, Map<String, String> variables) {
    List<String> batches = new ArrayList<>();
    StringBuilder batch = new StringBuilder();
    for (String line : file.split("\r\n|\r|\n", -1)) {
      String start = line.stripLeading();
      if (start.startsWith(":") || start.startsWith("!!")) {
        throw new AssertionError("sqlcmd takes this line for a command: " + line);
      }
      if (GO.matcher(line).matches()) {
        batches.add(batch.toString());
        batch.setLength(0);
      } else {
        batch.append(substituted(line, variables)).append('\n');
      }
    }
    batches.add(batch.toString());
    return batches;
  }

  /** A password as the scripts want it in a variable. */
  public static String hex(String password) {
    return "0x" + Bin.of(password).digits();
  }

  private static String substituted(String line, Map<String, String> variables) {
    if (!line.contains("$(")) {
      return line;
    }
    return VARIABLE
        .matcher(line)
        .replaceAll(
            found -> {
              String value = variables.get(found.group(1));
              if (value == null) {
                throw new UndefinedVariable(found.group(1));
              }
              return Matcher.quoteReplacement(value);
            });
  }

  /** What ends sqlcmd before it sends the batch. */
  public static final class UndefinedVariable extends RuntimeException {
    private static final long serialVersionUID = 1;

    UndefinedVariable(String name) {
      super("'" + name + "' scripting variable not defined");
    }
  }
}
