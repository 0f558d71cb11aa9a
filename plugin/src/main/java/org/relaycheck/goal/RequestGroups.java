package org.relaycheck.goal;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.relaycheck.state.Address;
import org.relaycheck.yaml.PolicyException;

/** Names of groups of the policy among the hosts that a user picks. */
public final class RequestGroups {

  private RequestGroups() {}

  /** The names with the hosts of a group in its place; what is no group stays as it is. */
  public static List<String> hosts(List<String> names, GoalRequest.Paths paths) {
    if (names.isEmpty() || areHosts(names, paths)) {
      return names;
    }
    Map<String, List<String>> groups =
        ResourceKinds.policyReader()
            .groups(paths.policies().stream().filter(Files::exists).toList());
    Set<String> hosts = new LinkedHashSet<>();
    names.forEach(name -> hosts.addAll(groups.getOrDefault(name, List.of(name))));
    return new ArrayList<>(hosts);
  }

  /** Then the policy, which may be large, need not be read for it. */
  private static boolean areHosts(List<String> names, GoalRequest.Paths paths) {
    try {
      Set<String> known =
          Set.copyOf(
              paths.connected().hosts().values().stream()
                  .map(host -> Address.folded(host.host()))
                  .toList());
      return names.stream().map(Address::folded).allMatch(known::contains);
    } catch (PolicyException unread) {
      return false;
    }
  }
}
