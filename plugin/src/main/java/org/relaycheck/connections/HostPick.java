package org.relaycheck.connections;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.relaycheck.live.HostConnection;
import org.relaycheck.state.Address;
import org.relaycheck.state.Place;
import org.relaycheck.yaml.FileProblem;
import org.relaycheck.yaml.PolicyException;
import org.relaycheck.yaml.Suggestion;

/**
 * Names by which a user picks some of a file's hosts, without case.
 *
 * @param names none for all hosts
 * @param file whose hosts they are
 */
public record HostPick(List<String> names, Path file) {

  public HostPick {
    names = List.copyOf(names);
  }

  /**
   * Checks that they are names of hosts: one with a slip would be left out in silence.
   *
   * @throws PolicyException for each name that no host has
   */
  public void check(Collection<HostConnection> hosts) throws PolicyException {
    Set<String> known =
        hosts.stream().map(host -> Address.folded(host.host())).collect(Collectors.toSet());
    List<FileProblem> strangers =
        names.stream()
            .filter(name -> !known.contains(Address.folded(name)))
            .map(name -> stranger(name, hosts))
            .toList();
    if (!strangers.isEmpty()) {
      throw new PolicyException(strangers);
    }
  }

  private FileProblem stranger(String name, Collection<HostConnection> hosts) {
    List<String> known = hosts.stream().map(HostConnection::host).toList();
    return new FileProblem(
        new Place(file.toString(), 1, 1),
        "relay.hosts names '"
            + name
            + "', which is no host of the connections and no group of the policy"
            + Suggestion.ending(name, known));
  }
}
