package org.relaycheck.goal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.relaycheck.catalogue.Product;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.state.Address;
import org.relaycheck.state.HostState;

/**
 * Hosts that are one server under several names, as an alias and a listener are: a difference of
 * one is a difference of all, and a policy that wants two things of them never comes to rest.
 */
public final class SameServer {

  private static final String FIX =
      "keep one of them in the connections, or name one in relay.hosts";
  private static final String FQDN = "Fqdn";

  private SameServer() {}

  /**
   * The hosts that are refused for it, with the reason.
   *
   * @param asked of this run: what nobody asks may have as many names as it likes
   */
  public static SortedMap<String, HostState> of(
      Collection<HostConnection> asked, SortedMap<String, HostState> states) {
    Map<Identity, SortedSet<String>> hosts = new HashMap<>();
    for (HostConnection connection : asked) {
      if (states.get(connection.host()) instanceof HostState.Read read) {
        sqlServer(read)
            .map(server -> new Identity(Product.SQL_SERVER, server))
            .or(
                () ->
                    exchange(connection, read, asked, states)
                        .map(server -> new Identity(Product.EXCHANGE, server)))
            .ifPresent(
                server ->
                    hosts.computeIfAbsent(server, none -> new TreeSet<>()).add(connection.host()));
      }
    }
    SortedMap<String, HostState> refused = new TreeMap<>();
    hosts.forEach(
        (server, names) -> {
          if (names.size() > 1) {
            String why = String.join(" and ", names) + " are one " + server.noun();
            names.forEach(
                host ->
                    refused.put(
                        host, new HostState.Unread(why, FIX, Optional.of(server.product()))));
          }
        });
    return refused;
  }

  /** What two hosts that are one server have in common. */
  private record Identity(Product product, String server) {
    String noun() {
      return switch (product) {
        case EXCHANGE -> "Exchange server";
        case SQL_SERVER -> "SQL Server";
      };
    }
  }

  /** An availability group that contains its msdb is one server, on whichever node it is. */
  private static Optional<String> sqlServer(HostState.Read read) {
    Optional<String> group = fact(read, "ContainedAvailabilityGroup");
    return group.isPresent()
        ? group
        : fact(read, "ServerName")
            .flatMap(server -> fact(read, "MachineName").map(machine -> machine + "\n" + server));
  }

  /**
   * One name through one PowerShell, or in records, is one server. Two may lead to organisations of
   * which each has a server of that name, and so may records of different organisations or domains.
   */
  private static Optional<String> exchange(
      HostConnection connection,
      HostState.Read read,
      Collection<HostConnection> asked,
      SortedMap<String, HostState> states) {
    if (!read.kinds().containsKey(ResourceKinds.receiveConnectors().kind())) {
      return Optional.empty();
    }
    String place = place(connection);
    Set<String> marks =
        asked.stream()
            .filter(other -> place(other).equals(place))
            .map(other -> states.get(other.host()))
            .filter(HostState.Read.class::isInstance)
            .flatMap(state -> mark((HostState.Read) state).stream())
            .collect(Collectors.toSet());
    return marks.size() > 1 ? mark(read).map(mark -> place + "\n" + mark) : Optional.of(place);
  }

  private static Optional<String> mark(HostState.Read read) {
    return read.listing().organisation().or(() -> fact(read, FQDN));
  }

  private static String place(HostConnection connection) {
    String shell =
        connection.way() instanceof HostWay.Through through ? through.shell().name() : "";
    return shell + "\n" + Address.folded(connection.server());
  }

  private static Optional<String> fact(HostState.Read read, String name) {
    Map<String, String> facts = read.facts();
    return Optional.ofNullable(facts.get(name)).map(text -> text.toUpperCase(Locale.ROOT));
  }
}
