package org.relaycheck.goal.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.relaycheck.connections.Connections;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.NeededHosts;
import org.relaycheck.goal.RequestFiles;
import org.relaycheck.goal.SameServer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.state.Address;
import org.relaycheck.state.HostState;
import org.relaycheck.yaml.FileProblem;
import org.relaycheck.yaml.PolicyException;

/**
 * The policy before a change.
 *
 * @param names its files, as the user named them
 * @param files what was read
 * @param needed the hosts that it speaks of
 */
record PolicyBase(List<String> names, RequestFiles files, NeededHosts needed) {

  private static final HostState GONE =
      new HostState.Skipped("the connections of the change do not name it");

  /**
   * Reads it, if a request is about a change.
   *
   * @throws PolicyException if it is not there or wrong, with the places in its own files
   */
  static Optional<PolicyBase> of(GoalRequest request) throws PolicyException {
    if (request.base().isEmpty()) {
      return Optional.empty();
    }
    GoalRequest.Paths paths = request.base().get();
    List<String> names = paths.policies().stream().map(Path::toString).toList();
    if (paths.policies().stream().noneMatch(Files::exists)) {
      throw new PolicyException(
          List.of(
              FileProblem.placeless(
                  "relay.base names "
                      + String.join(", ", names)
                      + ", which is not there; it is the policy before the change, for example in"
                      + " the folder that this makes: git worktree add --detach ../base"
                      + " origin/main")));
    }
    GoalRequest before =
        new GoalRequest(paths, List.of(), request.failOn(), request.parallel(), request.now());
    RequestFiles files = RequestFiles.read(before);
    GoalRequest picked =
        new GoalRequest(
            paths, request.hosts(), request.failOn(), request.parallel(), request.now());
    return Optional.of(new PolicyBase(names, files, NeededHosts.by(files, picked)));
  }

  /** The hosts that only the policy before speaks of, as they are reached today. */
  List<HostConnection> more(NeededHosts now, Connections connections) {
    Set<String> known = new TreeSet<>(Address::compareFolded);
    now.asked().forEach(one -> known.add(one.host()));
    known.addAll(now.skipped().keySet());
    Set<String> wanted = new TreeSet<>(Address::compareFolded);
    needed.asked().forEach(one -> wanted.add(one.host()));
    return connections.hosts().values().stream()
        .filter(one -> wanted.contains(one.host()) && !known.contains(one.host()))
        .toList();
  }

  /** What became of its hosts in the one survey that there was. */
  SortedMap<String, HostState> hosts(Map<String, HostState> surveyed) {
    SortedMap<String, HostState> hosts = new TreeMap<>(needed.skipped());
    for (HostConnection host : needed.asked()) {
      HostState state = surveyed.get(host.host());
      hosts.put(host.host(), state == null ? GONE : state);
    }
    hosts.putAll(SameServer.of(needed.asked(), hosts));
    return hosts;
  }
}
