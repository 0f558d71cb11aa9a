package org.relaycheck.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.relaycheck.drift.Comparison;
import org.relaycheck.drift.Drift;
import org.relaycheck.drift.FailOn;
import org.relaycheck.drift.Outcome;
import org.relaycheck.engine.ResourceTypes;
import org.relaycheck.policy.Connections;
import org.relaycheck.policy.PolicyException;
import org.relaycheck.report.OutputFolder;
import org.relaycheck.report.Run;
import org.relaycheck.state.HostState;
import org.relaycheck.state.Policy;

/** What is around the comparison: reading a policy, reading records, writing all reports. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
public class ReadingBenchmark {

  @Param("1000")
  int connectors;

  private FleetFiles files;
  private Connections connections;
  private Run run;

  /** Writes the fleet, and reads it once for the reports. */
  @Setup
  public void write() throws IOException, PolicyException {
    files = FleetFiles.of(connectors);
    connections = files.connections();
    SortedMap<String, HostState> hosts = files.states(connections);
    Drift drift = Comparison.between(policy(), hosts, ResourceTypes.catalogues());
    Outcome outcome = Outcome.of(drift, FailOn.ERROR, false);
    Run.Scope scope = new Run.Scope(List.of(), List.of());
    Run.Stamp stamp = new Run.Stamp("bench", Instant.EPOCH);
    run = new Run(drift, outcome, FailOn.ERROR, scope, hosts, stamp);
  }

  /** The fleet's files are of no use to anyone. */
  @TearDown
  public void delete() throws IOException {
    files.delete();
  }

  /** A policy: YAML to statements. */
  @Benchmark
  public Policy policy() throws PolicyException {
    return files.policy(connections);
  }

  /** Records: XML to readings. */
  @Benchmark
  public SortedMap<String, HostState> records() {
    return files.states(connections);
  }

  /** JSON, Markdown, JUnit and the outcome. */
  @Benchmark
  public void reports() {
    new OutputFolder(files.folder().resolve("relay")).write(run);
  }
}
