package org.relaycheck.state;

import java.util.Optional;
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
   * A rule that is broken by what it says it found.
   *
   * @param id the rule
   * @param observed the rule's own words
   */
  record Broken(String id, String observed) implements AcceptedDrift {
    @Override
    public String show() {
      return id + " " + observed;
    }
  }
}
