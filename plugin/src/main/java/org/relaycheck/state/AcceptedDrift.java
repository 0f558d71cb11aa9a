package org.relaycheck.state;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.expectation.Expectation;
import org.relaycheck.value.Seen;

/** What a waiver accepts of a resource; anything else is not covered. */
public sealed interface AcceptedDrift {

  /** What is accepted, in words, such as "MaxHopCount 60". */
  String show();

  /**
   * A setting with exactly this value, or without one.
   *
   * @param value as the row reads it, so that spelling does not matter
   * @param <T> the setting's values
   */
  record Value<T>(Property<T> row, Optional<T> value) implements AcceptedDrift {

    /** Whether this is what was found of a setting. */
    public boolean is(Property<?> other, Seen<?> found) {
      return row.equals(other) && found.problem().isEmpty() && found.known().equals(value);
    }

    @Override
    public String show() {
      return row + " " + Expectation.show(value, row.type());
    }
  }

  /** The resource itself. */
  record Existence(boolean present) implements AcceptedDrift {
    @Override
    public String show() {
      return present ? "present" : "absent";
    }
  }

  /**
   * A rule that is broken by exactly these values.
   *
   * @param id the rule
   * @param values none where the policy alone breaks it
   */
  record Broken(String id, List<BreachValue<?>> values) implements AcceptedDrift {

    /** What stands in a file for no values. */
    public static final String BY_NO_VALUE = "broken";

    public Broken {
      values = List.copyOf(values);
    }

    /** Whether these are the values by which it is broken. */
    public boolean is(List<BreachValue<?>> found) {
      return found.size() == values.size()
          && found.stream().allMatch(one -> values.stream().anyMatch(one::is));
    }

    /** Values in words. */
    public static String shown(List<BreachValue<?>> values) {
      return values.isEmpty()
          ? BY_NO_VALUE
          : values.stream().map(BreachValue::show).collect(Collectors.joining(", "));
    }

    @Override
    public String show() {
      return id + " " + shown(values);
    }
  }
}
