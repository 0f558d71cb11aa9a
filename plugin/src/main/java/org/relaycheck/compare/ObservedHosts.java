package org.relaycheck.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.state.HostState;
import org.relaycheck.state.KindState;

/** What was found on all hosts, by host and kind, prepared once each. */
final class ObservedHosts {

  private static final String UNREAD_KIND = "solve this, then test it with: mvn relay:doctor";

  private final SortedMap<String, HostState> hosts;
  private final Map<String, Catalogue> catalogues = new HashMap<>();
  private final Map<Spot, ObservedKind> prepared = new HashMap<>();
  private final FindingCollector tally;

  private record Spot(String host, String kind) {}

  ObservedHosts(
      SortedMap<String, HostState> hosts, List<Catalogue> catalogues, FindingCollector tally) {
    this.hosts = hosts;
    this.tally = tally;
    catalogues.forEach(catalogue -> this.catalogues.put(catalogue.kind(), catalogue));
  }

  SortedMap<String, HostState> hosts() {
    return hosts;
  }

  /** What a host has of a kind; empty if it was not read or does not answer for the kind. */
  Optional<ObservedKind> of(String host, String kind) {
    Spot here = new Spot(host, kind);
    ObservedKind known = prepared.get(here);
    if (known != null) {
      return Optional.of(known);
    }
    if (!(hosts.get(host) instanceof HostState.Read read)) {
      return Optional.empty();
    }
    KindState state = read.kinds().get(kind);
    Catalogue catalogue = catalogues.get(kind);
    if (state == null || catalogue == null || state.unread().isPresent()) {
      return Optional.empty();
    }
    ObservedKind ground = ObservedKind.of(read, state, catalogue, tally);
    prepared.put(here, ground);
    return Optional.of(ground);
  }

  /**
   * Why a kind of a host cannot be compared; empty if it can, or if it need not be: the host was
   * left out on purpose, or cannot have such a kind, or is read and has none.
   */
  Optional<PresenceFindings.Cause> obstacle(String host, String kind) {
    HostState state = hosts.get(host);
    if (state instanceof HostState.Unread unread) {
      Catalogue catalogue = catalogues.get(kind);
      return unread
              .product()
              .filter(only -> catalogue != null && catalogue.product() != only)
              .isPresent()
          ? Optional.empty()
          : Optional.of(
              new PresenceFindings.Cause(
                  unread.why(), unread.fix(), Optional.of(new FindingRepair.ReadHost(unread))));
    }
    if (state instanceof HostState.Read read && read.kinds().get(kind) != null) {
      return read.kinds()
          .get(kind)
          .unread()
          .map(why -> new PresenceFindings.Cause(why, UNREAD_KIND));
    }
    return Optional.empty();
  }
}
