package org.relaycheck.state;

/**
 * What would make a setting acceptable.
 *
 * @param <T> the setting's values
 */
public sealed interface Mend<T> {

  /** Setting it to this value. */
  record Write<T>(T value) implements Mend<T> {}

  /** Making it empty. */
  record Clear<T>() implements Mend<T> {}

  /** Only a person can tell, and why. */
  record ByHand<T>(String why) implements Mend<T> {}
}
