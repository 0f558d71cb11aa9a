package org.relaycheck.goal.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.relaycheck.connections.HostPick;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.goal.UnlistedServers;
import org.relaycheck.goal.WayDescription;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.Survey;
import org.relaycheck.live.TimedAnswer;
import org.relaycheck.state.Address;
import org.relaycheck.state.HostState;
import org.relaycheck.yaml.PolicyException;

/** Goes through each connection step by step, as a check would, and says what to do for each. */
public final class Doctor {

  private final GoalPorts ports;

  public Doctor(GoalPorts ports) {
    this.ports = ports;
  }

  /**
   * Asks every host of the connections, or those that the request names, once for each way.
   *
   * @return an examination for each way, in the order of their first hosts, and what no way names
   * @throws PolicyException if the connections are wrong, or a host that is named is not in them
   */
  public WayExaminations run(GoalRequest request) throws PolicyException {
    Map<String, HostConnection> known = request.paths().connected().hosts();
    new HostPick(request.hosts(), request.connections()).check(known.values());
    List<HostConnection> asked =
        known.values().stream()
            .filter(host -> wanted(host, request))
            .sorted(Comparator.comparing(HostConnection::host))
            .toList();
    SortedMap<String, TimedAnswer> heard =
        new Survey(ports.source(), request.parallel(), ports.progress())
            .heard(asked, ResourceKinds.catalogues(), request.now());
    Map<HostWay, List<WayWalk>> ways = new LinkedHashMap<>();
    for (HostConnection host : asked) {
      TimedAnswer what = heard.get(host.host());
      if (what != null) {
        ways.computeIfAbsent(host.way(), way -> new ArrayList<>()).add(new WayWalk(host, what));
      }
    }
    SortedMap<String, HostState> states = new TreeMap<>();
    heard.forEach((host, what) -> states.put(host, what.state()));
    return new WayExaminations(
        ways.values().stream().map(Doctor::examination).toList(),
        UnlistedServers.entries(known, states));
  }

  private static WayExamination examination(List<WayWalk> walks) {
    WayWalk farthest = walks.stream().max(Comparator.comparing(WayWalk::length)).orElseThrow();
    SortedMap<String, List<ExaminationStep>> hosts = new TreeMap<>();
    walks.forEach(walk -> hosts.put(walk.connection().host(), walk.steps(true)));
    String way = new WayDescription(farthest.connection().way()).all();
    return new WayExamination(way, farthest.steps(false), hosts);
  }

  private static boolean wanted(HostConnection host, GoalRequest request) {
    return request.hosts().isEmpty()
        || request.hosts().stream()
            .anyMatch(name -> Address.folded(name).equals(Address.folded(host.host())));
  }
}
