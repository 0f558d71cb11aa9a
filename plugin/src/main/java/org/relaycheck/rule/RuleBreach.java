package org.relaycheck.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.relaycheck.catalogue.Property;
import org.relaycheck.landscape.ServerResource;
import org.relaycheck.state.BreachValue;

/**
 * That a rule does not hold of a resource.
 *
 * @param found what is so, in numbers
 * @param wanted what to set instead
 * @param involved other resources whose settings make it so
 * @param rows the settings that make it so, of each of them; empty for all inputs of the rule
 * @param facts what makes it so besides
 */
public record RuleBreach(
    String found,
    String wanted,
    List<ServerResource> involved,
    Optional<List<Property<?>>> rows,
    List<BreachValue<?>> facts) {

  public RuleBreach {
    involved = List.copyOf(involved);
    rows = rows.map(List::copyOf);
    facts = List.copyOf(facts);
  }

  /** A breach that all inputs of the rule make. */
  public RuleBreach(String found, String wanted, List<ServerResource> involved) {
    this(found, wanted, involved, Optional.empty(), List.of());
  }

  /** A breach for which the resource's own settings are enough. */
  public static Optional<RuleBreach> of(String found, String wanted) {
    return Optional.of(new RuleBreach(found, wanted, List.of()));
  }

  /** A breach to which another resource contributes. */
  public static Optional<RuleBreach> of(String found, String wanted, ServerResource other) {
    return Optional.of(new RuleBreach(found, wanted, List.of(other)));
  }

  /** The same, made by these settings alone. */
  public RuleBreach by(Property<?>... settings) {
    return new RuleBreach(found, wanted, involved, Optional.of(List.of(settings)), facts);
  }

  /** The same, made by something that is no setting of the resource, too. */
  public <T> RuleBreach with(Property<T> fact, T value) {
    return with(new BreachValue<>("", fact, Optional.of(value)));
  }

  /** The same, made by this, too. */
  public RuleBreach with(BreachValue<?> value) {
    List<BreachValue<?>> all = new ArrayList<>(facts);
    all.add(value);
    return new RuleBreach(found, wanted, involved, rows, all);
  }

  /** The same, found in other words. */
  public RuleBreach finding(String text) {
    return new RuleBreach(text, wanted, involved, rows, facts);
  }

  /** The same, wanting other words. */
  RuleBreach wanting(String text) {
    return new RuleBreach(found, text, involved, rows, facts);
  }

  /** Several of one resource as one; what is said twice is said once. */
  public static RuleBreach all(List<RuleBreach> breaches) {
    if (breaches.size() == 1) {
      return breaches.get(0);
    }
    Set<Property<?>> rows = new LinkedHashSet<>();
    breaches.forEach(one -> one.rows().ifPresent(rows::addAll));
    boolean all = breaches.stream().anyMatch(one -> one.rows().isEmpty());
    return new RuleBreach(
        joined(breaches, RuleBreach::found),
        joined(breaches, RuleBreach::wanted),
        breaches.stream().flatMap(one -> one.involved().stream()).distinct().toList(),
        all ? Optional.empty() : Optional.of(List.copyOf(rows)),
        breaches.stream().<BreachValue<?>>flatMap(one -> one.facts().stream()).toList());
  }

  private static String joined(List<RuleBreach> breaches, Function<RuleBreach, String> part) {
    return breaches.stream().map(part).distinct().collect(Collectors.joining("; "));
  }
}
