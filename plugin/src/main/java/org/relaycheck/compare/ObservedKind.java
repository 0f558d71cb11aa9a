package org.relaycheck.drift;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.state.Address;
import org.relaycheck.state.HostState;
import org.relaycheck.state.KindState;
import org.relaycheck.state.Observed;

/** What was found of one kind on one host, ready to be compared. */
final class Ground {

  private final KindState kind;
  private final Catalogue catalogue;
  private final Map<String, Observed> byName = new HashMap<>();
  private final Judge judge;

  private Ground(KindState kind, Catalogue catalogue, Judge judge) {
    this.kind = kind;
    this.catalogue = catalogue;
    this.judge = judge;
    kind.resources().forEach(found -> byName.put(Address.folded(found.address().name()), found));
  }

  static Ground of(HostState.Read host, KindState kind, Catalogue catalogue, Tally tally) {
    return new Ground(kind, catalogue, Judge.of(tally, catalogue, host.facts()));
  }

  Optional<Observed> named(String name) {
    return Optional.ofNullable(byName.get(Address.folded(name)));
  }

  /** Resources whose name is another than this one, and looks the same. */
  List<String> lookalikes(String name) {
    String look = Look.of(name);
    return kind.resources().stream()
        .map(found -> found.address().name())
        .filter(other -> Look.of(other).equals(look))
        .filter(other -> Address.compareFolded(other, name) != 0)
        .sorted()
        .toList();
  }

  String noun() {
    return catalogue.noun();
  }

  Iterable<Observed> all() {
    return kind.resources();
  }

  Judge judge() {
    return judge;
  }

  /**
   * Why the absence of a resource from the answer proves nothing; empty if it does. An Exchange
   * server has connectors from its setup on, so one that shows none was not really read.
   */
  Optional<Presences.Cause> gaps() {
    if (kind.gap().isPresent()) {
      return Optional.of(
          new Presences.Cause(
              kind.gap().get(), "record the host again, without a filter and without an error"));
    }
    if (!kind.complete()) {
      return Optional.of(
          new Presences.Cause(
              "the answer does not say that it lists every " + catalogue.noun(),
              "ask again with 'record', or say 'complete: true' of the host if you know it"));
    }
    if (kind.resources().isEmpty() && catalogue.neverEmpty()) {
      return Optional.of(
          new Presences.Cause(
              "the answer shows no " + catalogue.noun() + " at all, which no server is without",
              "ask again with an account that may see them"));
    }
    return Optional.empty();
  }
}
