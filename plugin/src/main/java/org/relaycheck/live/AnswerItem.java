package org.relaycheck.live;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.state.LastChange;
import org.relaycheck.value.Raw;

/**
 * One resource of an answer, untyped.
 *
 * @param kind the kind's key in a policy
 * @param name its name
 * @param server the server it belongs to; empty if the answer does not name one
 * @param values by the system's name of the setting, whatever the answer gave
 * @param change its last change
 */
public record AnswerItem(
    String kind, String name, Optional<String> server, Map<String, Raw> values, LastChange change) {

  public AnswerItem {
    values = Map.copyOf(values);
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
