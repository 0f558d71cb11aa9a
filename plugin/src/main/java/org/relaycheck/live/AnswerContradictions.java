package org.relaycheck.live;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.relaycheck.state.Address;
import org.relaycheck.state.HostState;

/**
 * What an answer says in two ways, so that nobody can tell which one holds: whatever is compared,
 * the result would be chance.
 *
 * @param tables the tables of every kind that there is
 */
record AnswerContradictions(Map<String, CatalogueTable> tables) {

  private static final String AGAIN = "ask again; if it stays so, please report this";
  private static final String IDENTITY = "Identity";
  private static final String SERVER = "Server";
  private static final String NAME = "Name";

  /** Why a host's answer cannot be used; empty if it does not contradict itself. */
  Optional<HostState.Unread> of(HostConnection connection, Answer answer) {
    return unknown(answer)
        .or(
            () ->
                twice(answer.facts().keySet())
                    .map(name -> "the fact '" + name + "' is there twice"))
        .or(
            () ->
                answer.items().stream()
                    .flatMap(item -> item(item, connection.server()).stream())
                    .findFirst())
        .map(why -> new HostState.Unread("the answer contradicts itself: " + why, AGAIN));
  }

  /** Of a kind that nobody knows nothing would be compared, in silence. */
  private Optional<String> unknown(Answer answer) {
    return Stream.of(
            answer.items().stream().map(AnswerItem::kind),
            answer.unreadKinds().keySet().stream(),
            answer.answered().stream(),
            answer.listed().keySet().stream(),
            answer.complete().stream().filter(kind -> !kind.equals(Answer.EVERY_KIND)))
        .flatMap(kinds -> kinds)
        .filter(kind -> !tables.containsKey(kind))
        .sorted()
        .findFirst()
        .map(kind -> "there is no kind '" + kind + "', only " + new TreeSet<>(tables.keySet()));
  }

  private static Optional<String> twice(Collection<String> names) {
    Set<String> folded = new HashSet<>();
    return names.stream().sorted().filter(name -> !folded.add(Address.folded(name))).findFirst();
  }

  private Optional<String> item(AnswerItem item, String server) {
    Optional<String> identity = item.text(IDENTITY).filter(text -> text.indexOf('\\') > 0);
    List<String> servers =
        Stream.of(
                item.server(),
                identity.map(text -> text.substring(0, text.indexOf('\\'))),
                item.text(SERVER),
                item.place().flatMap(DirectoryPlace::server))
            .flatMap(Optional::stream)
            .toList();
    boolean ours = servers.isEmpty() || servers.stream().anyMatch(one -> same(one, server));
    if (!ours) {
      return Optional.empty();
    }
    return servers.stream()
        .filter(one -> !same(one, servers.get(0)))
        .findFirst()
        .map(name -> "'" + item.name() + "' is of " + servers.get(0) + " and of " + name)
        .or(
            () ->
                Stream.of(
                        item.text(NAME),
                        identity.map(text -> text.substring(text.indexOf('\\') + 1)))
                    .flatMap(Optional::stream)
                    .filter(name -> !same(name, item.name().strip()))
                    .findFirst()
                    .map(name -> "'" + item.name() + "' is named '" + name + "' as well"))
        .or(
            () ->
                Optional.ofNullable(tables.get(item.kind()))
                    .flatMap(table -> table.doubled(item))
                    .map(name -> "'" + name + "' of '" + item.name() + "' is there twice"));
  }

  private static boolean same(String one, String other) {
    return Address.compareFolded(one, other) == 0;
  }
}
