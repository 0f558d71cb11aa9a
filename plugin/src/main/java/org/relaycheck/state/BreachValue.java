package org.relaycheck.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.expectation.Expectation;

/**
 * One of the values by which a rule is broken.
 *
 * @param resource another resource than the one that breaks the rule: its name, after {@code HOST\}
 *     if it is on another host; empty for that one
 * @param row a setting, or what a rule knows besides
 * @param value as the row reads it, so that spelling does not matter; empty where it is known to be
 *     empty
 * @param <T> the row's values
 */
public record BreachValue<T>(String resource, Property<T> row, Optional<T> value) {

  /** Whether the other is of the same row of the same resource. */
  public boolean isOf(BreachValue<?> other) {
    return row.equals(other.row) && Address.compareFolded(resource, other.resource) == 0;
  }

  /** Whether the other is the same, in whatever spelling. */
  public boolean is(BreachValue<?> other) {
    return isOf(other) && value.equals(other.value);
  }

  /** What it is of and what it is, such as "TarpitInterval 00:00:05". */
  public String show() {
    String of = resource.isEmpty() ? "" : resource + ": ";
    return of + row + " " + Expectation.show(value, row.type());
  }

  /** The same values, one of each row of a resource: of sets the members of all. */
  public static List<BreachValue<?>> together(List<BreachValue<?>> values) {
    List<BreachValue<?>> all = new ArrayList<>();
    for (BreachValue<?> value : values) {
      int same = 0;
      while (same < all.size() && !all.get(same).isOf(value)) {
        same++;
      }
      if (same == all.size()) {
        all.add(value);
      } else {
        all.set(same, all.get(same).and(value));
      }
    }
    return List.copyOf(all);
  }

  private BreachValue<T> and(BreachValue<?> other) {
    @SuppressWarnings("unchecked") // a row has values of one type
    Optional<T> more = (Optional<T>) other.value;
    Optional<T> both =
        row.type()
            .members()
            .flatMap(sets -> value.flatMap(one -> more.map(two -> sets.union(one, two))));
    return new BreachValue<>(resource, row, both.or(() -> value).or(() -> more));
  }
}
