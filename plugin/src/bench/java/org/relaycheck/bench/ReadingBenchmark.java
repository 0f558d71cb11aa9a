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
import org.relaycheck.compare.Comparison;
import org.relaycheck.compare.ComparisonResult;
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Outcome;
import org.relaycheck.connections.Connections;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.report.CheckRun;
import org.relaycheck.report.OutputFolder;
import org.relaycheck.state.HostState;
import org.relaycheck.state.Policy;
import org.relaycheck.yaml.PolicyException;

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
  private CheckRun run;

  /** Writes the fleet, and reads it once for the reports. */
  @Setup
  public void write() throws IOException, PolicyException {
    files = FleetFiles.of(connectors);
    connections = files.connections();
    SortedMap<String, HostState> hosts = files.states(connections);
    ComparisonResult drift = Comparison.between(policy(), hosts, ResourceKinds.catalogues());
    Outcome outcome = Outcome.of(drift, FailOn.ERROR, false);
    CheckRun.Scope scope = new CheckRun.Scope(List.of(), List.of());
    CheckRun.Stamp stamp = new CheckRun.Stamp("bench", Instant.EPOCH);
    run = new CheckRun(drift, outcome, FailOn.ERROR, scope, hosts, stamp);
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
