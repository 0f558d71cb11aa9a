package org.relaycheck.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.live.Connection;
import org.relaycheck.live.Survey;
import org.relaycheck.policy.ConnectionsReader;
import org.relaycheck.policy.ConnectionsWriter;
import org.relaycheck.policy.Draft;
import org.relaycheck.policy.DraftWriter;
import org.relaycheck.policy.HostPick;
import org.relaycheck.policy.PolicyException;
import org.relaycheck.state.HostState;
import org.relaycheck.state.KindState;
import org.relaycheck.state.Observed;

/** Turns what hosts have into a policy that holds of them. */
public final class Export {

  private static final List<String> HEAD =
      List.of(
          "What was found, as a policy that holds of it. Nobody has said yet that it is right:",
          "read it, take out what does not matter, and say why the rest does.");

  private final Ports ports;

  public Export(Ports ports) {
    this.ports = ports;
  }

  /**
   * What came of it.
   *
   * @param policy the policy's text
   * @param connections the text of connections that lead to the same hosts, if all are recorded
   * @param unread hosts that could not be read, each with the reason
   */
  public record Result(
      String policy, Optional<String> connections, SortedMap<String, String> unread) {}

  /**
   * Asks every host of the connections, or those that the request names.
   *
   * @param records files to read instead of what the connections say; empty for the connections
   * @param folder where the files will be, which relative paths start from
   * @throws PolicyException if the connections are wrong
   */
  public Result run(Request request, List<Path> records, Path folder) throws PolicyException {
    List<Connection> asked = asked(request, records);
    SortedMap<String, HostState> states =
        new Survey(ports.source(), request.parallel(), ports.progress())
            .of(asked, ResourceTypes.catalogues(), request.now());
    SortedMap<String, String> unread = new TreeMap<>();
    states.forEach(
        (host, state) -> {
          if (state instanceof HostState.Unread silent) {
            unread.put(host, silent.why() + "; " + silent.fix());
          }
        });
    List<String> head = new ArrayList<>(HEAD);
    unread.forEach((host, why) -> head.add(host + " is left out: " + why));
    String policy = DraftWriter.policy(draft(head, states, asked));
    return new Result(policy, ConnectionsWriter.text(asked, folder), unread);
  }

  private List<Connection> asked(Request request, List<Path> records) throws PolicyException {
    Path file = records.isEmpty() ? request.connections() : records.get(0);
    Collection<Connection> known =
        records.isEmpty()
            ? new ConnectionsReader().read(file).hosts().values()
            : new RecordFiles(ports.source()).connections(records);
    return new HostPick(request.hosts(), file).of(known);
  }

  private static Draft draft(
      List<String> head, Map<String, HostState> states, List<Connection> asked) {
    List<Draft.Kind> kinds = new ArrayList<>();
    SortedMap<String, List<String>> groups = new TreeMap<>();
    for (Catalogue catalogue : ResourceTypes.catalogues()) {
      List<Sighting> sightings = new ArrayList<>();
      for (Connection connection : asked) {
        if (states.get(connection.host()) instanceof HostState.Read read) {
          sightings.addAll(sightings(read, catalogue, connection, head));
        }
      }
      if (!sightings.isEmpty()) {
        Map<List<String>, String> named = groups(catalogue, sightings);
        named.forEach((hosts, group) -> groups.put(group, hosts));
        kinds.add(Factoring.kind(catalogue.kind(), sightings, named));
      }
    }
    return new Draft(head, groups, kinds);
  }

  /** All hosts of a product are a group, where there are several. */
  private static Map<List<String>, String> groups(Catalogue catalogue, List<Sighting> sightings) {
    List<String> hosts = sightings.stream().map(Sighting::host).distinct().sorted().toList();
    String name = catalogue.product().title().toLowerCase(Locale.ROOT).replace(' ', '-');
    return hosts.size() > 1 ? Map.of(hosts, name) : Map.of();
  }

  private static List<Sighting> sightings(
      HostState.Read read, Catalogue catalogue, Connection connection, List<String> head) {
    List<Sighting> sightings = new ArrayList<>();
    KindState kind = read.kinds().get(catalogue.kind());
    if (kind == null) {
      return sightings;
    }
    String of = " of " + connection.host();
    kind.unread().ifPresent(why -> head.add(catalogue.plural() + of + " are left out: " + why));
    for (Observed observed : kind.resources()) {
      if (observed.address().name().contains(Sighting.PLACEHOLDER)) {
        head.add("'" + observed.address().name() + "'" + of + " is left out for its name");
      } else {
        sightings.add(Sighting.of(observed, read, connection.server(), catalogue));
      }
    }
    return sightings;
  }
}
