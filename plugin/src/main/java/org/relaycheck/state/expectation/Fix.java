package org.relaycheck.state.expectation;

/**
 * What would make a setting acceptable.
 *
 * @param <T> the setting's values
 */
public sealed interface Fix<T> {

  /** Setting it to this value. */
  record Write<T>(T value) implements Fix<T> {}

  /** Making it empty. */
  record Clear<T>() implements Fix<T> {}

  /** Only a person can tell, and why. */
  record ByHand<T>(String why) implements Fix<T> {}
}
