package org.relaycheck.goal.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.relaycheck.state.Address;
import org.relaycheck.state.HostState;
import org.relaycheck.state.Observed;
import org.relaycheck.yaml.FileProblem;
import org.relaycheck.yaml.PolicyException;
import org.relaycheck.yaml.Suggestion;

/**
 * Resources that somebody asked for by name.
 *
 * @param names of resources of any kind, without case; empty for all
 */
record NamedResources(List<String> names) {

  /**
   * Which of all resources are meant.
   *
   * @throws PolicyException if a host was read, and none has one of the names
   */
  Predicate<Address> in(Map<String, HostState> states) throws PolicyException {
    Set<String> there = new TreeSet<>();
    states.values().stream().flatMap(NamedResources::found).forEach(there::add);
    List<FileProblem> problems = new ArrayList<>();
    for (String name : names) {
      if (!there.isEmpty() && there.stream().noneMatch(one -> isNamed(one, name))) {
        problems.add(
            FileProblem.placeless(
                "relay.resources names '"
                    + name
                    + "', which no host has that was read"
                    + Suggestion.ending(name, there)));
      }
    }
    if (!problems.isEmpty()) {
      throw new PolicyException(problems);
    }
    return address ->
        names.isEmpty() || names.stream().anyMatch(name -> isNamed(address.name(), name));
  }

  private static Stream<String> found(HostState state) {
    return state instanceof HostState.Read read
        ? read.kinds().values().stream()
            .flatMap(kind -> kind.resources().stream())
            .map(Observed::address)
            .map(Address::name)
        : Stream.empty();
  }

  private static boolean isNamed(String there, String name) {
    return Address.compareFolded(there, name) == 0;
  }
}
