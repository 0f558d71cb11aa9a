package org.relaycheck.goal.explain;

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
record StatedSettings(Optional<Policy> policy) {

  /** All that is stated, a text each; a line that serves several resources is reported once. */
  Map<Property<?>, List<String>> all() {
    Map<Property<?>, Map<Place, List<Line>>> places = new LinkedHashMap<>();
    for (Desired desired : policy.map(Policy::desired).orElse(List.of())) {
      for (Statement<?> statement : desired.statements()) {
        places
            .computeIfAbsent(statement.property(), row -> new LinkedHashMap<>())
            .computeIfAbsent(statement.origin().place(), place -> new ArrayList<>())
            .add(new Line(desired.selector(), statement));
      }
    }
    Map<Property<?>, List<String>> texts = new LinkedHashMap<>();
    places.forEach(
        (row, lines) -> texts.put(row, lines.values().stream().map(StatedSettings::text).toList()));
    return texts;
  }

  /** A statement as it serves one resource. */
  private record Line(Selector selector, Statement<?> statement) {}

  /** What is stated about one setting. */
  List<String> of(Property<?> row) {
    return all().getOrDefault(row, List.of());
  }

  private static String text(List<Line> lines) {
    Line first = lines.get(0);
    String more = lines.size() == 1 ? "" : " and " + (lines.size() - 1) + " more";
    return whom(first.selector())
        + more
        + ": "
        + first.statement().show()
        + " ("
        + first.statement().origin().place()
        + ")";
  }

  private static String whom(Selector selector) {
    return selector instanceof Selector.Where where
        ? where.host() + " by baseline " + where.baseline()
        : ((Selector.Named) selector).address().toString();
  }
}
