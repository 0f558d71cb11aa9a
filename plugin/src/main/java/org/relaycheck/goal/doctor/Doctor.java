package org.relaycheck.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.relaycheck.live.Connection;
import org.relaycheck.live.Heard;
import org.relaycheck.live.Survey;
import org.relaycheck.live.Way;
import org.relaycheck.policy.ConnectionsReader;
import org.relaycheck.policy.HostPick;
import org.relaycheck.policy.PolicyException;
import org.relaycheck.state.Address;

/** Goes through each connection step by step, as a check would, and says what to do for each. */
public final class Doctor {

  private final Ports ports;

  public Doctor(Ports ports) {
    this.ports = ports;
  }

  /**
   * Asks every host of the connections, or those that the request names, once for each way.
   *
   * @return an examination for each way, in the order of their first hosts
   * @throws PolicyException if the connections are wrong, or a host that is named is not in them
   */
  public List<Examination> run(Request request) throws PolicyException {
    Collection<Connection> known =
        new ConnectionsReader().read(request.connections()).hosts().values();
    new HostPick(request.hosts(), request.connections()).check(known);
    List<Connection> asked =
        known.stream()
            .filter(host -> wanted(host, request))
            .sorted(Comparator.comparing(Connection::host))
            .toList();
    SortedMap<String, Heard> heard =
        new Survey(ports.source(), request.parallel(), ports.progress())
            .heard(asked, ResourceTypes.catalogues(), request.now());
    Map<Way, List<Walk>> ways = new LinkedHashMap<>();
    for (Connection host : asked) {
      Heard what = heard.get(host.host());
      if (what != null) {
        ways.computeIfAbsent(host.way(), way -> new ArrayList<>()).add(new Walk(host, what));
      }
    }
    return ways.values().stream().map(Doctor::examination).toList();
  }

  private static Examination examination(List<Walk> walks) {
    Walk farthest = walks.stream().max(Comparator.comparing(Walk::length)).orElseThrow();
    SortedMap<String, List<Step>> hosts = new TreeMap<>();
    walks.forEach(walk -> hosts.put(walk.connection().host(), walk.steps(true)));
    String names =
        walks.stream().map(walk -> walk.connection().host()).collect(Collectors.joining(", "));
    String way = new WayWords(farthest.connection().way()).all();
    return new Examination(names + ": " + way, farthest.steps(false), hosts);
  }

  private static boolean wanted(Connection host, Request request) {
    return request.hosts().isEmpty()
        || request.hosts().stream()
            .anyMatch(name -> Address.folded(name).equals(Address.folded(host.host())));
  }
}
