package org.relaycheck.compare;

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
final class ObservedKind {

  private final KindState kind;
  private final Catalogue catalogue;
  private final Map<String, Observed> byName = new HashMap<>();
  private final StatementComparer judge;

  private ObservedKind(KindState kind, Catalogue catalogue, StatementComparer judge) {
    this.kind = kind;
    this.catalogue = catalogue;
    this.judge = judge;
    kind.resources().forEach(found -> byName.put(Address.folded(found.address().name()), found));
  }

  static ObservedKind of(
      HostState.Read host, KindState kind, Catalogue catalogue, FindingCollector tally) {
    return new ObservedKind(kind, catalogue, StatementComparer.of(tally, catalogue, host.facts()));
  }

  Optional<Observed> named(String name) {
    return Optional.ofNullable(byName.get(Address.folded(name)));
  }

  /** Resources whose name is another than this one, and looks the same. */
  List<String> lookalikes(String name) {
    String look = LookalikeName.of(name);
    return kind.resources().stream()
        .map(found -> found.address().name())
        .filter(other -> LookalikeName.of(other).equals(look))
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

  StatementComparer judge() {
    return judge;
  }

  /**
   * Why the absence of a resource from the answer proves nothing; empty if it does. An Exchange
   * server has connectors from its setup on, so one that shows none was not really read.
   */
  Optional<PresenceFindings.Cause> gaps() {
    if (kind.gap().isPresent()) {
      return Optional.of(new PresenceFindings.Cause(kind.gap().get(), kind.gapFix()));
    }
    if (!kind.complete()) {
      return Optional.of(
          new PresenceFindings.Cause(
              "the answer does not say that it lists every " + catalogue.noun(), kind.wholeFix()));
    }
    if (kind.resources().isEmpty() && catalogue.neverEmpty()) {
      return Optional.of(
          new PresenceFindings.Cause(
              "the answer shows no " + catalogue.noun() + " at all, but every server has some",
              "ask again with an account that may see them"));
    }
    return Optional.empty();
  }
}
