package org.relaycheck.bench;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.javers.core.Javers;
import org.javers.core.JaversBuilder;
import org.javers.core.diff.Diff;
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
import org.openjdk.jmh.annotations.Warmup;
import org.relaycheck.compare.Comparison;
import org.relaycheck.compare.ComparisonResult;
import org.relaycheck.connections.Connections;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.state.HostState;
import org.relaycheck.state.Policy;
import org.relaycheck.yaml.PolicyException;

/**
 * The pure comparison, beside JaVers on the same connectors: all of one run's sides are in memory,
 * and each way must find the same differences before it is measured.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
public class ComparisonBenchmark {

  @Param("1000")
  int connectors;

  private Policy policy;
  private SortedMap<String, HostState> hosts;
  private List<ConnectorBean> desired;
  private List<ConnectorBean> observed;
  private Javers javers;

  /** Reads both sides once. */
  @Setup
  public void read() throws IOException, PolicyException {
    FleetFiles files = FleetFiles.of(connectors);
    Connections connections = files.connections();
    policy = files.policy(connections);
    hosts = files.states(connections);
    files.delete();
    desired = Beans.desired(policy);
    observed = Beans.observed(hosts);
    javers = JaversBuilder.javers().build();
    agree(relay().findings().size(), javersOnPairs(), javersOnLists().getChanges().size());
  }

  private static void agree(int ours, int pairs, int lists) {
    if (ours == 0 || ours != pairs || ours != lists) {
      throw new IllegalStateException("differences: " + ours + ", " + pairs + ", " + lists);
    }
  }

  /** Our own: matching, judging, counting, sorting, and a finding in words for each difference. */
  @Benchmark
  public ComparisonResult relay() {
    return Comparison.between(policy, hosts, ResourceKinds.catalogues());
  }

  /** JaVers, a connector at a time, already matched; how many changes. */
  @Benchmark
  public int javersOnPairs() {
    int changes = 0;
    for (int i = 0; i < desired.size(); i++) {
      changes += javers.compare(desired.get(i), observed.get(i)).getChanges().size();
    }
    return changes;
  }

  /** JaVers, all of them at once, which it matches by their identities. */
  @Benchmark
  public Diff javersOnLists() {
    return javers.compareCollections(desired, observed, ConnectorBean.class);
  }
}
