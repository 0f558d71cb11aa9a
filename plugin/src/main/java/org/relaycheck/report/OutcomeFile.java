package org.relaycheck.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
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
    all.setProperty("outcome", run.outcome().word());
    all.setProperty("failOn", run.failOn().word());
    all.setProperty("tool", run.stamp().tool());
    all.setProperty("written", run.stamp().written().toString());
    all.setProperty("summary", VisibleText.of(RunSummary.of(run).headline()));
    all.setProperty("policies", String.join(",", run.scope().policies()));
    ComparisonCoverage coverage = run.drift().coverage();
    all.setProperty("coverage.declared", Integer.toString(coverage.declared()));
    all.setProperty("coverage.read", Integer.toString(coverage.read()));
    long read = run.hosts().values().stream().filter(HostState.Read.class::isInstance).count();
    all.setProperty("hosts.declared", Integer.toString(run.hosts().size()));
    all.setProperty("hosts.read", Long.toString(read));
    for (Verdict verdict : Verdict.values()) {
      String number = Integer.toString(run.drift().count(verdict));
      all.setProperty("counts." + VerdictMark.word(verdict), number);
    }
    return all;
  }
}
