package org.relaycheck.live;

import java.util.Map;
import java.util.Optional;
import org.relaycheck.state.Change;
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
public record Item(
    String kind, String name, Optional<String> server, Map<String, Raw> values, Change change) {

  public Item {
    values = Map.copyOf(values);
  }
}
