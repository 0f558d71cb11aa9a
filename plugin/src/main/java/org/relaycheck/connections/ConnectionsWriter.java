package org.relaycheck.connections;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.value.Types;
import org.relaycheck.yaml.YamlNodes;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** Writes connections to recorded hosts, which {@link ConnectionsReader} reads. */
public final class ConnectionsWriter {

  private ConnectionsWriter() {}

  /**
   * The text, with LF; empty if a host is not recorded: how to log in to one is for the file that
   * already says it.
   *
   * @param folder where the file will be; paths in it start from there
   */
  public static Optional<String> text(List<HostConnection> connections, Path folder) {
    List<NodeTuple> hosts = new ArrayList<>();
    for (HostConnection connection : connections) {
      if (!(connection.way() instanceof HostWay.Recorded recorded)) {
        return Optional.empty();
      }
      hosts.add(YamlNodes.entry(connection.host(), host(connection, recorded.file(), folder)));
    }
    NodeTuple all = YamlNodes.entry("hosts", YamlNodes.block(hosts));
    return Optional.of(YamlNodes.text(YamlNodes.block(List.of(all)), List.of()));
  }

  private static Node host(HostConnection connection, Path file, Path folder) {
    List<NodeTuple> entries = new ArrayList<>();
    entries.add(YamlNodes.entry("recorded", YamlNodes.text(relative(file, folder))));
    if (!connection.server().equals(connection.host())) {
      entries.add(YamlNodes.entry("server", YamlNodes.text(connection.server())));
    }
    String maxAge = connection.maxAge().map(age -> span(age)).orElse("never");
    entries.add(YamlNodes.entry("maxAge", YamlNodes.text(maxAge)));
    if (connection.vouchedComplete()) {
      entries.add(YamlNodes.entry("complete", YamlNodes.text("true")));
    }
    return YamlNodes.flow(entries);
  }

  private static String span(Duration age) {
    return age.equals(Duration.ofMinutes(age.toMinutes()))
        ? age.toMinutes() + "m"
        : Types.SPAN.show(age);
  }

  /** With slashes, which every system reads; whole where the two are on different drives. */
  private static String relative(Path file, Path folder) {
    Path whole = file.toAbsolutePath().normalize();
    Path from = folder.toAbsolutePath().normalize();
    boolean related = Objects.equals(whole.getRoot(), from.getRoot());
    return (related ? from.relativize(whole) : whole).toString().replace(File.separatorChar, '/');
  }
}
