package org.relaycheck.goal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
    Map<String, List<Named>> groups = new HashMap<>();
    for (HostConnection connection : asked) {
      if (states.get(connection.host()) instanceof HostState.Read read) {
        Optional<String> server = sqlServer(read);
        if (server.isPresent()) {
          Named named = new Named(connection, read, Product.SQL_SERVER);
          groups.computeIfAbsent("SQL " + server.get(), none -> new ArrayList<>()).add(named);
        } else if (read.kinds().containsKey(ResourceKinds.receiveConnectors().kind())) {
          Named named = new Named(connection, read, Product.EXCHANGE);
          groups
              .computeIfAbsent(Address.folded(connection.server()), none -> new ArrayList<>())
              .add(named);
        }
      }
    }
    SortedMap<String, HostState> refused = new TreeMap<>();
    for (List<Named> group : groups.values()) {
      for (Named one : group) {
        SortedSet<String> names = new TreeSet<>();
        group.stream().filter(one::is).forEach(other -> names.add(other.connection().host()));
        if (names.size() > 1) {
          String why = String.join(" and ", names) + " are one " + one.noun();
          refused.put(
              one.connection().host(), new HostState.Unread(why, FIX, Optional.of(one.product())));
        }
      }
    }
    return refused;
  }

  /** An availability group that contains its msdb is one server, on whichever node it is. */
  private static Optional<String> sqlServer(HostState.Read read) {
    Optional<String> group = fact(read, "ContainedAvailabilityGroup");
    return group.isPresent()
        ? group
        : fact(read, "ServerName")
            .flatMap(server -> fact(read, "MachineName").map(machine -> machine + "\n" + server));
  }

  private static Optional<String> fact(HostState.Read read, String name) {
    Map<String, String> facts = read.facts();
    return Optional.ofNullable(facts.get(name)).map(text -> text.toUpperCase(Locale.ROOT));
  }

  /** A host that was read, of which another one bears the server's name as well. */
  private record Named(HostConnection connection, HostState.Read read, Product product) {

    /**
     * Whether another host of that name is the same server. Organisations and domains may each have
     * a server of a name; where one of the two does not tell which it is of, one PowerShell is
     * taken for one organisation, and so are records.
     */
    boolean is(Named other) {
      if (product == Product.SQL_SERVER) {
        return true;
      }
      return alike(read.listing().organisation(), other.read.listing().organisation())
          .or(() -> alike(fact(read, FQDN), fact(other.read, FQDN)))
          .orElseGet(() -> way().equals(other.way()));
    }

    private static Optional<Boolean> alike(Optional<String> one, Optional<String> other) {
      return one.flatMap(mine -> other.map(mine::equals));
    }

    private String way() {
      return connection.way() instanceof HostWay.Through through ? through.shell().name() : "";
    }

    String noun() {
      return switch (product) {
        case EXCHANGE -> "Exchange server";
        case SQL_SERVER -> "SQL Server";
      };
    }
  }
}
