package org.relaycheck.live;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.state.Address;
import org.relaycheck.state.LastChange;
import org.relaycheck.value.Raw;

/**
 * One resource of an answer, untyped.
 *
 * @param kind the kind's key in a policy
 * @param name its name
 * @param server the server it belongs to, also by its place in the directory; empty if the answer
 *     names none
 * @param values by the system's name of the setting, whatever the answer gave
 * @param change its last change
 */
public record AnswerItem(
    String kind, String name, Optional<String> server, Map<String, Raw> values, LastChange change) {

  public AnswerItem {
    values = Map.copyOf(values);
    server = server.isPresent() ? server : place(values).flatMap(DirectoryPlace::server);
  }

  /** Where it stands in the directory, if the answer tells. */
  Optional<DirectoryPlace> place() {
    return place(values);
  }

  private static Optional<DirectoryPlace> place(Map<String, Raw> values) {
    return text(values, DirectoryPlace.PROPERTY).map(DirectoryPlace::new);
  }

  /** A text beside the settings, whatever the case of its name. */
  Optional<String> text(String name) {
    return text(values, name);
  }

  private static Optional<String> text(Map<String, Raw> values, String name) {
    for (Map.Entry<String, Raw> value : values.entrySet()) {
      if (value.getKey().length() == name.length()
          && value.getValue() instanceof Raw.Text text
          && Address.compareFolded(value.getKey(), name) == 0) {
        return Optional.of(text.value().strip());
      }
    }
    return Optional.empty();
  }

  /** By kind, the servers that items are of; those that name none count for nothing. */
  public static Map<String, Set<String>> servers(Collection<AnswerItem> items) {
    Map<String, Set<String>> servers = new HashMap<>();
    for (AnswerItem item : items) {
      item.server()
          .ifPresent(
              name -> servers.computeIfAbsent(item.kind(), kind -> new HashSet<>()).add(name));
    }
    servers.replaceAll((kind, names) -> Set.copyOf(names));
    return Map.copyOf(servers);
  }
}
