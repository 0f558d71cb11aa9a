package org.relaycheck.live;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a source gave, untyped.
 *
 * @param facts about the host, by name
 * @param at when it was read; empty if it does not tell
 * @param complete whether it says that it lists every resource of its kinds
 * @param unreadKinds kinds that were asked for and could not be read, each with the reason
 * @param items the resources; a kind is answered if an item of it is here, or if it is unread
 * @param answered further kinds that were answered, though the server may have no resource of them
 */
public record Answer(
    Map<String, String> facts,
    Optional<Instant> at,
    boolean complete,
    Map<String, String> unreadKinds,
    List<Item> items,
    Set<String> answered) {

  public Answer {
    facts = Map.copyOf(facts);
    unreadKinds = Map.copyOf(unreadKinds);
    items = List.copyOf(items);
    answered = Set.copyOf(answered);
  }

  /** An answer that tells the kinds it is about only by the resources it holds. */
  public Answer(
      Map<String, String> facts,
      Optional<Instant> at,
      boolean complete,
      Map<String, String> unreadKinds,
      List<Item> items) {
    this(facts, at, complete, unreadKinds, items, Set.of());
  }

  /** Whether it tells anything of a resource: that there is one, or that there is none. */
  public boolean tells() {
    return complete || !items.isEmpty() || !answered.isEmpty();
  }
}
