package org.relaycheck.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.landscape.ServerResource;
import org.relaycheck.landscape.input.Known;
import org.relaycheck.state.BreachValue;

/**
 * By which values a resource breaks a rule: its own, those of others that make it so, and what no
 * setting says.
 *
 * @param resource that breaks it
 * @param breach in what respect
 * @param inputs of the rule
 */
record BreachValues(ServerResource resource, RuleBreach breach, List<Property<?>> inputs) {

  List<BreachValue<?>> all() {
    List<Property<?>> rows = breach.rows().orElse(inputs);
    List<BreachValue<?>> values = new ArrayList<>();
    rows.forEach(row -> add("", resource, row, values));
    for (ServerResource other : new LinkedHashSet<>(breach.involved())) {
      rows.forEach(row -> add(other.nameFrom(resource), other, row, values));
    }
    values.addAll(breach.facts());
    return BreachValue.together(values);
  }

  private static <T> void add(
      String name, ServerResource resource, Property<T> row, List<BreachValue<?>> values) {
    Known<T> input = resource.known(row);
    Optional<T> value = input.least().or(input::most);
    if (value.isPresent() || resource.isEmpty(row)) {
      values.add(new BreachValue<>(name, row, value));
    }
  }
}
