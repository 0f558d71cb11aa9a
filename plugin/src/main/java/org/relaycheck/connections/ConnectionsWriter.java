package org.relaycheck.connections;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.state.HostSurroundings;
import org.relaycheck.value.Types;
import org.relaycheck.value.address.AddressSet;
import org.relaycheck.yaml.YamlNodes;
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
    return text(connections, Map.of(), folder);
  }

  /**
   * The same with what people know of the hosts.
   *
   * @param around by the key of the host
   */
  public static Optional<String> text(
      List<HostConnection> connections, Map<String, HostSurroundings> around, Path folder) {
    List<NodeTuple> hosts = new ArrayList<>();
    for (HostConnection connection : connections) {
      if (!(connection.way() instanceof HostWay.Recorded recorded)) {
        return Optional.empty();
      }
      List<NodeTuple> entries = host(connection, recorded.file(), folder);
      Optional.ofNullable(around.get(connection.host()))
          .ifPresent(known -> surroundings(known, entries));
      hosts.add(YamlNodes.entry(connection.host(), YamlNodes.flow(entries)));
    }
    NodeTuple all = YamlNodes.entry("hosts", YamlNodes.block(hosts));
    return Optional.of(YamlNodes.text(YamlNodes.block(List.of(all)), List.of()));
  }

  private static List<NodeTuple> host(HostConnection connection, Path file, Path folder) {
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
    return entries;
  }

  private static void surroundings(HostSurroundings known, List<NodeTuple> entries) {
    if (!known.answers().isEmpty()) {
      entries.add(YamlNodes.entry("answers", YamlNodes.list(known.answers())));
    }
    known.seenAs().ifPresent(from -> entries.add(addresses("seenAs", from)));
    known.sendsFrom().ifPresent(from -> entries.add(addresses("sendsFrom", from)));
    known
        .usualLoad()
        .ifPresent(load -> entries.add(YamlNodes.entry("usualLoad", YamlNodes.text("" + load))));
  }

  private static NodeTuple addresses(String key, AddressSet addresses) {
    return YamlNodes.entry(key, YamlNodes.list(addresses.spelled()));
  }

  /** In the largest unit of which it is a whole number, as people write it. */
  private static String span(Duration age) {
    if (age.equals(Duration.ofDays(age.toDays()))) {
      return age.toDays() == 1 ? "24h" : age.toDays() + "d";
    }
    if (age.equals(Duration.ofHours(age.toHours()))) {
      return age.toHours() + "h";
    }
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
