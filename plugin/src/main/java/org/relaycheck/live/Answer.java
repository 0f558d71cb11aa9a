package org.relaycheck.live;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a source gave, untyped.
 *
 * @param facts about the host, by name
 * @param at when it was read; empty if it does not tell
 * @param complete the kinds of which it says that it lists every resource
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
    Set<String> complete,
    Map<String, String> unreadKinds,
    List<AnswerItem> items,
    Set<String> answered,
    Map<String, Set<String>> servers,
    Optional<String> gap) {

  /**
   * Among the complete kinds: every kind of the products that the answer is about, as records say
   * that name no kinds. An instance that tells its mail settings then has no accounts but those
   * that are listed.
   */
  public static final String EVERY_KIND = "*";

  public Answer {
    facts = Map.copyOf(facts);
    unreadKinds = Map.copyOf(unreadKinds);
    Set<String> listed = new HashSet<>(complete);
    listed.removeAll(unreadKinds.keySet());
    complete = Set.copyOf(listed);
    items = List.copyOf(items);
    answered = Set.copyOf(answered);
    servers = Map.copyOf(servers); // one map for all hosts behind a way, however many
  }

  /** An answer in which nothing speaks against what is said of it. */
  public Answer(
      Map<String, String> facts,
      Optional<Instant> at,
      Set<String> complete,
      Map<String, String> unreadKinds,
      List<AnswerItem> items,
      Set<String> answered,
      Map<String, Set<String>> servers) {
    this(facts, at, complete, unreadKinds, items, answered, servers, Optional.empty());
  }

  /**
   * An answer that knows of no other servers than its items are of.
   *
   * @param complete whether it lists every resource of all its kinds
   */
  public Answer(
      Map<String, String> facts,
      Optional<Instant> at,
      boolean complete,
      Map<String, String> unreadKinds,
      List<AnswerItem> items,
      Set<String> answered) {
    this(
        facts,
        at,
        complete ? kinds(items, answered) : Set.of(),
        unreadKinds,
        items,
        answered,
        Map.of());
  }

  /** An answer that tells the kinds it is about only by the resources it holds. */
  public Answer(
      Map<String, String> facts,
      Optional<Instant> at,
      boolean complete,
      Map<String, String> unreadKinds,
      List<AnswerItem> items) {
    this(facts, at, complete, unreadKinds, items, Set.of());
  }

  /** The kinds that resources are of, and those of which there may be none. */
  public static Set<String> kinds(List<AnswerItem> items, Set<String> answered) {
    Set<String> kinds = new HashSet<>(answered);
    items.forEach(item -> kinds.add(item.kind()));
    return kinds;
  }

  /** By kind, the servers that it lists. */
  public Map<String, Set<String>> listed() {
    return servers.isEmpty() ? AnswerItem.servers(items) : servers;
  }

  /** Whether it tells anything of a resource: that there is one, or that there is none. */
  public boolean tells() {
    return !complete.isEmpty() || !items.isEmpty() || !answered.isEmpty();
  }
}
