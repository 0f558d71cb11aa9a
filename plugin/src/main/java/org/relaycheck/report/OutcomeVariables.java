package org.relaycheck.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The outcome and the counts as variables that a shell can source and GitLab takes as dotenv: names
 * of letters and {@code _}, values of one word.
 */
public final class OutcomeVariables implements ReportFormat {

  private static final String PREFIX = "RELAY_";

  @Override
  public String fileName() {
    return "outcome.env";
  }

  @Override
  public void write(CheckRun run, Writer out) throws IOException {
    Map<String, String> variables = new TreeMap<>();
    OutcomeFile.words(run).forEach((key, value) -> variables.put(variable(key), value));
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      out.write(variable.getKey() + "=" + variable.getValue() + "\n");
    }
    out.flush();
  }

  private static String variable(String key) {
    String words = key.replaceAll("([a-z])([A-Z])", "$1_$2").replace('.', '_');
    return PREFIX + words.toUpperCase(Locale.ROOT);
  }
}
