package org.relaycheck.goal;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Product;
import org.relaycheck.compare.Difference;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.Reasons;
import org.relaycheck.compare.Subject;
import org.relaycheck.compare.Verdict;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.state.Address;
import org.relaycheck.state.HostState;
import org.relaycheck.state.LastChange;
import org.relaycheck.state.ServerListing;
import org.relaycheck.state.Severity;

/**
 * Servers of an Exchange organisation that no connection names. Names of one organisation never
 * answer for another's.
 */
public final class UnlistedServers {

  private static final Set<String> KINDS =
      ResourceKinds.catalogues().stream()
          .filter(kind -> kind.product() == Product.EXCHANGE)
          .map(Catalogue::kind)
          .collect(Collectors.toSet());

  /** What may stand in a line without quotes; no server of Windows is called otherwise. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private final String file;
  private final Map<String, List<HostConnection>> connected;
  private final Map<String, Severity> severities;
  private final SortedMap<String, HostState> hosts;

  /** A server that no connection names, with the organisations that have one of the name. */
  private record Stranger(String name, SortedSet<String> behind) {

    /** An entry of {@code powershell} that lists it; one that stands in its host has no name. */
    String way(Set<String> places) {
      return behind.stream()
          .filter(shell -> !shell.isEmpty() && !places.contains(Address.folded(shell)))
          .findFirst()
          .orElse("org");
    }
  }

  private final SortedMap<Address, Stranger> strangers = new TreeMap<>();

  private UnlistedServers(
      String file,
      Map<String, List<HostConnection>> connected,
      Map<String, Severity> severities,
      SortedMap<String, HostState> hosts) {
    this.file = file;
    this.connected = connected;
    this.severities = severities;
    this.hosts = hosts;
  }

  /**
   * A finding for each.
   *
   * @param files with connections
   * @param file what the connections are called
   * @param hosts what became of asking
   */
  public static List<Finding> of(
      RequestFiles files, String file, SortedMap<String, HostState> hosts) {
    Map<String, HostConnection> known = files.connections().orElseThrow().hosts();
    UnlistedServers servers = among(known, file, files.policy().unlisted(), hosts);
    boolean several = known.values().stream().map(UnlistedServers::behind).distinct().count() > 1;
    return servers.strangers.entrySet().stream()
        .map(one -> servers.finding(one.getKey().kind(), one.getValue(), several))
        .toList();
  }

  /**
   * What to add under {@code hosts}, a line for each.
   *
   * @param known the hosts of the connections
   * @param hosts what became of asking
   */
  public static List<String> entries(
      Map<String, HostConnection> known, SortedMap<String, HostState> hosts) {
    Set<String> places = known.keySet().stream().map(Address::folded).collect(Collectors.toSet());
    return among(known, "", Map.of(), hosts).strangers.values().stream()
        .filter(server -> PLAIN.matcher(server.name()).matches())
        .map(server -> server.name() + ": {powershell: " + server.way(places) + "}")
        .distinct()
        .toList();
  }

  private static UnlistedServers among(
      Map<String, HostConnection> known,
      String file,
      Map<String, Severity> severities,
      SortedMap<String, HostState> hosts) {
    Map<String, List<HostConnection>> byServer =
        known.values().stream()
            .collect(Collectors.groupingBy(host -> Address.folded(host.server())));
    UnlistedServers servers = new UnlistedServers(file, byServer, severities, hosts);
    Set<Map<String, Set<String>>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    known.forEach(
        (key, host) -> {
          // one listing is the same for all hosts behind a way, of which there may be hundreds
          if (hosts.get(key) instanceof HostState.Read read && seen.add(read.listing().servers())) {
            servers.take(host, read.listing());
          }
        });
    return servers;
  }

  private void take(HostConnection asked, ServerListing listing) {
    listing
        .servers()
        .forEach(
            (kind, servers) -> {
              if (KINDS.contains(kind)) {
                servers.stream()
                    .filter(server -> !isConnected(server, asked, listing))
                    .forEach(server -> add(kind, server, asked));
              }
            });
  }

  private void add(String kind, String server, HostConnection asked) {
    strangers
        .computeIfAbsent(
            new Address(kind, server, "").key(), key -> new Stranger(server, new TreeSet<>()))
        .behind()
        .add(behind(asked));
  }

  private boolean isConnected(String server, HostConnection asked, ServerListing listing) {
    return connected.getOrDefault(Address.folded(server), List.of()).stream()
        .anyMatch(host -> mayBeOf(listing, asked, host));
  }

  /**
   * Whether a connected host may be of the organisation of a listing. Two PowerShells are taken to
   * lead to two, unless their answers say otherwise or there was none; what is recorded may be of
   * any.
   */
  private boolean mayBeOf(ServerListing listing, HostConnection asked, HostConnection host) {
    if (host.way().equals(asked.way())) {
      return true;
    }
    HostState state = hosts.get(host.host());
    Optional<String> organisation =
        state instanceof HostState.Read read ? read.listing().organisation() : Optional.empty();
    if (organisation.isPresent() && listing.organisation().isPresent()) {
      return organisation.equals(listing.organisation());
    }
    boolean shells =
        host.way() instanceof HostWay.Through && asked.way() instanceof HostWay.Through;
    return !shells || state instanceof HostState.Skipped || state instanceof HostState.Unread;
  }

  /** The PowerShell that leads to an organisation; nothing where a file tells of it. */
  private static String behind(HostConnection host) {
    return host.way() instanceof HostWay.Through through ? through.shell().name() : "";
  }

  private Finding finding(String kind, Stranger server, boolean several) {
    String shells = String.join(", ", server.behind());
    String which = several && !shells.isEmpty() ? " of powershell '" + shells + "'" : "";
    Reasons reasons =
        new Reasons(
            Optional.empty(),
            Optional.empty(),
            Optional.of(server.name() + " is in the organisation" + which + ", and not in " + file),
            Optional.of("connect it there, or waive it"));
    return new Finding(
        new Subject(
            new Address(kind, server.name(), ""),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Verdict.UNEXPECTED,
        severities.getOrDefault(kind, Severity.WARNING),
        new Difference("connected", Optional.of("not connected")),
        reasons,
        new Finding.Trail(Optional.empty(), LastChange.unknown()));
  }
}
