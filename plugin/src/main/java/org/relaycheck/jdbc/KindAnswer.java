package org.relaycheck.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.state.LastChange;
import org.relaycheck.value.Raw;

/** What a server has answered so far to the question about one kind. */
final class KindAnswer {

  private final String kind;
  private final Map<String, Map<String, Raw>> values = new LinkedHashMap<>();
  private final Map<String, LastChange> changes = new LinkedHashMap<>();
  private boolean listed;
  private Optional<String> unread = Optional.empty();

  KindAnswer(String kind) {
    this.kind = kind;
  }

  /** The server has listed the resources, maybe none. */
  void listed() {
    listed = true;
  }

  void resource(String name, Map<String, Raw> settings, LastChange change) {
    values.computeIfAbsent(name, n -> new LinkedHashMap<>()).putAll(settings);
    changes.put(name, change);
  }

  /** One more setting; of a resource that came after the list was made, nothing is kept. */
  void setting(String name, String setting, Raw value) {
    Map<String, Raw> settings = values.get(name);
    if (settings != null) {
      settings.put(setting, value);
    }
  }

  /** The pieces of one setting of every resource; those that are not in the map have none. */
  void lists(String setting, Map<String, List<String>> pieces) {
    values.forEach(
        (name, settings) -> settings.put(setting, Raw.items(pieces.getOrDefault(name, List.of()))));
  }

  /** The first reason is the cause of the others. */
  void unread(String why) {
    if (unread.isEmpty()) {
      unread = Optional.of(why);
    }
  }

  String kind() {
    return kind;
  }

  /**
   * Why the kind could not be read; empty if it was.
   *
   * @param cause what happened to a kind before it
   */
  Optional<String> problem(Optional<String> cause) {
    return unread.isPresent() || listed
        ? unread
        : Optional.of(
            "the server did not answer the question about "
                + kind
                + cause.map(why -> ", since the one about " + why).orElse(""));
  }

  List<AnswerItem> items() {
    List<AnswerItem> items = new ArrayList<>();
    values.forEach(
        (name, settings) ->
            items.add(
                new AnswerItem(
                    kind,
                    name,
                    Optional.empty(),
                    settings,
                    changes.getOrDefault(name, LastChange.unknown()))));
    return items;
  }
}
