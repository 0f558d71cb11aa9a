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
 * @param servers by kind, the servers of which the source lists resources, if it knows of more than
 *     the items are of
 * @param gap why it does not list everything, whatever anybody says of it; empty if nothing speaks
 *     against it
 */
public record Answer(
    Map<String, String> facts,
    Optional<Instant> at,
    boolean complete,
    Map<String, String> unreadKinds,
    List<Item> items,
    Set<String> answered,
    Map<String, Set<String>> servers,
    Optional<String> gap) {

  public Answer {
    facts = Map.copyOf(facts);
    unreadKinds = Map.copyOf(unreadKinds);
    items = List.copyOf(items);
    answered = Set.copyOf(answered);
    servers = Map.copyOf(servers); // one map for all hosts behind a way, however many
  }

  /** An answer in which nothing speaks against what is said of it. */
  public Answer(
      Map<String, String> facts,
      Optional<Instant> at,
      boolean complete,
      Map<String, String> unreadKinds,
      List<Item> items,
      Set<String> answered,
      Map<String, Set<String>> servers) {
    this(facts, at, complete, unreadKinds, items, answered, servers, Optional.empty());
  }

  /** An answer that knows of no other servers than its items are of. */
  public Answer(
      Map<String, String> facts,
      Optional<Instant> at,
      boolean complete,
      Map<String, String> unreadKinds,
      List<Item> items,
      Set<String> answered) {
    this(facts, at, complete, unreadKinds, items, answered, Map.of());
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

  /** By kind, the servers that it lists. */
  public Map<String, Set<String>> listed() {
    return servers.isEmpty() ? Item.servers(items) : servers;
  }

  /** Whether it tells anything of a resource: that there is one, or that there is none. */
  public boolean tells() {
    return complete || !items.isEmpty() || !answered.isEmpty();
  }
}
