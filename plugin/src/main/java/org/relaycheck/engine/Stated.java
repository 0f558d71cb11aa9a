package org.relaycheck.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.Desired;
import org.relaycheck.state.Place;
import org.relaycheck.state.Policy;
import org.relaycheck.state.Selector;
import org.relaycheck.state.Statement;

/**
 * What a policy states, setting by setting.
 *
 * @param policy the policy, if there is one
 */
record Stated(Optional<Policy> policy) {

  /** All that is stated, a text each; a line that serves several resources is told once. */
  Map<Property<?>, List<String>> all() {
    Map<Property<?>, Map<Place, String>> lines = new LinkedHashMap<>();
    for (Desired desired : policy.map(Policy::desired).orElse(List.of())) {
      for (Statement<?> statement : desired.statements()) {
        lines
            .computeIfAbsent(statement.property(), row -> new LinkedHashMap<>())
            .merge(
                statement.origin().place(),
                text(desired.selector(), statement),
                (first, second) -> first);
      }
    }
    Map<Property<?>, List<String>> texts = new LinkedHashMap<>();
    lines.forEach((row, places) -> texts.put(row, new ArrayList<>(places.values())));
    return texts;
  }

  /** What is stated about one setting. */
  List<String> of(Property<?> row) {
    return all().getOrDefault(row, List.of());
  }

  private static String text(Selector selector, Statement<?> statement) {
    String whom =
        selector instanceof Selector.Named named
            ? named.address().toString()
            : selector.host() + ", baseline " + ((Selector.Where) selector).baseline();
    return whom + ": " + statement.show() + " (" + statement.origin().place() + ")";
  }
}
