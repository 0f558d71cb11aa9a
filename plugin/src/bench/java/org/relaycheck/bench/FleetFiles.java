package org.relaycheck.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.relaycheck.connections.Connections;
import org.relaycheck.connections.ConnectionsReader;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.live.Survey;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.policy.PolicyReader;
import org.relaycheck.policy.preset.ClassPathPresets;
import org.relaycheck.record.RecordSource;
import org.relaycheck.state.HostState;
import org.relaycheck.state.Policy;
import org.relaycheck.yaml.PolicyException;

/**
 * A fleet's files in a temporary folder, and what reading them gives.
 *
 * @param fleet the fleet
 * @param folder where it is written
 */
record FleetFiles(Fleet fleet, Path folder) {

  private static final int HOSTS = 100;

  static FleetFiles of(int connectors) throws IOException {
    FleetFiles files =
        new FleetFiles(new Fleet(HOSTS, connectors), Files.createTempDirectory("relay-bench"));
    files.fleet.write(files.folder);
    return files;
  }

  Connections connections() throws PolicyException {
    return new ConnectionsReader().read(folder.resolve("relay-connections.yaml"));
  }

  Policy policy(Connections connections) throws PolicyException {
    return policy(connections, List.of());
  }

  /** With files besides the fleet's own. */
  Policy policy(Connections connections, List<Path> more) throws PolicyException {
    ClassLoader own = FleetFiles.class.getClassLoader();
    List<Path> all = Stream.concat(fleet.policies(folder).stream(), more.stream()).toList();
    return new PolicyReader(ResourceKinds.catalogues(), List.of(), new ClassPathPresets(own))
        .read(all, Optional.of(connections));
  }

  /** One host at a time, so that a number is the work and not the number of cores. */
  SortedMap<String, HostState> states(Connections connections) {
    RecordSource source = new RecordSource(ResourceKinds.receiveConnectors());
    return new Survey(source, 1, SurveyProgress.silent())
        .of(List.copyOf(connections.hosts().values()), ResourceKinds.catalogues(), Instant.now());
  }

  void delete() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(FleetFiles::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
