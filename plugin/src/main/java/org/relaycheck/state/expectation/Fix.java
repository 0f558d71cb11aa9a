package org.relaycheck.state.expectation;

import org.relaycheck.value.ValueType;

/**
 * What would make a setting acceptable.
 *
 * @param <T> the setting's values
 */
public sealed interface Fix<T> {

  /** What comes of it, in words; "by hand" with the reason where only a person can tell. */
  String show(ValueType<T> type);

  /** Setting it to this value. */
  record Write<T>(T value) implements Fix<T> {
    @Override
    public String show(ValueType<T> type) {
      return type.show(value);
    }
  }

  /** Making it empty. */
  record Clear<T>() implements Fix<T> {
    @Override
    public String show(ValueType<T> type) {
      return "empty";
    }
  }

  /** Only a person can tell, and why. */
  record ByHand<T>(String why) implements Fix<T> {
    @Override
    public String show(ValueType<T> type) {
      return "by hand: " + why;
    }
  }
}
