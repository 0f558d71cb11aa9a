package org.relaycheck.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.relaycheck.compare.ComparisonCoverage;
import org.relaycheck.compare.Verdict;
import org.relaycheck.report.text.VisibleText;
import org.relaycheck.state.HostState;

/** The outcome and the counts as properties, for a pipeline's next step. */
public final class OutcomeFile implements ReportFormat {

  @Override
  public String fileName() {
    return "outcome.properties";
  }

  @Override
  public void write(CheckRun run, Writer out) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    properties(run).store(bytes, null);
    // store() spells the values; it also writes the date, and an order of its own
    String sorted =
        bytes
            .toString(StandardCharsets.ISO_8859_1)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .sorted()
            .collect(Collectors.joining("\n", "", "\n"));
    out.write(sorted);
    out.flush();
  }

  private static Properties properties(CheckRun run) {
    Properties all = new Properties();
    all.putAll(words(run));
    all.setProperty("tool", run.stamp().tool());
    all.setProperty("summary", VisibleText.of(RunSummary.of(run).headline()));
    all.setProperty("policies", String.join(",", run.scope().policies()));
    return all;
  }

  /** What is one word or number: neither blanks, quotes nor what people wrote. */
  static Map<String, String> words(CheckRun run) {
    Map<String, String> all = new HashMap<>();
    all.put("outcome", run.outcome().word());
    all.put("failOn", run.failOn().word());
    all.put("written", run.stamp().written().toString());
    ComparisonCoverage coverage = run.drift().coverage();
    all.put("coverage.declared", Integer.toString(coverage.declared()));
    all.put("coverage.read", Integer.toString(coverage.read()));
    long read = run.hosts().values().stream().filter(HostState.Read.class::isInstance).count();
    all.put("hosts.declared", Integer.toString(run.hosts().size()));
    all.put("hosts.read", Long.toString(read));
    for (Verdict verdict : Verdict.values()) {
      String number = Integer.toString(run.drift().count(verdict));
      all.put("counts." + VerdictMark.word(verdict), number);
    }
    return all;
  }
}
