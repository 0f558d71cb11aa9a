package org.relaycheck.policy;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.relaycheck.live.Connection;
import org.relaycheck.state.Address;
import org.relaycheck.state.Place;

/**
 * The hosts that a user picks by name, without case, out of those that a file has.
 *
 * @param names all hosts if empty
 * @param file whose hosts they are
 */
public record HostPick(List<String> names, Path file) {

  public HostPick {
    names = List.copyOf(names);
  }

  /**
   * The picked ones, in the order of the file.
   *
   * @throws PolicyException for each name that no host has: a host with a slip in its name would
   *     otherwise be left out in silence
   */
  public List<Connection> of(Collection<Connection> hosts) throws PolicyException {
    Map<String, List<Connection>> known =
        hosts.stream().collect(Collectors.groupingBy(host -> Address.folded(host.host())));
    List<Problem> strangers =
        names.stream()
            .filter(name -> !known.containsKey(Address.folded(name)))
            .map(name -> stranger(name, hosts))
            .toList();
    if (!strangers.isEmpty()) {
      throw new PolicyException(strangers);
    }
    List<String> picked = names.stream().map(Address::folded).toList();
    return hosts.stream()
        .filter(host -> picked.isEmpty() || picked.contains(Address.folded(host.host())))
        .toList();
  }

  private Problem stranger(String name, Collection<Connection> hosts) {
    List<String> known = hosts.stream().map(Connection::host).toList();
    return new Problem(
        new Place(file.toString(), 1, 1),
        "relay.hosts names '" + name + "', which is no host here" + Suggestion.ending(name, known));
  }
}
