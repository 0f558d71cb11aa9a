package org.relaycheck.rule;

import java.util.Optional;
import org.relaycheck.state.Expectation;
import org.relaycheck.state.Holds;
import org.relaycheck.state.Is;
import org.relaycheck.state.Preferring;
import org.relaycheck.state.Within;

/**
 * What is known of one setting of one resource.
 *
 * @param <T> the setting's values
 */
sealed interface Input<T> {

  /** This value, or nothing. */
  record Exactly<T>(Optional<T> value) implements Input<T> {
    @Override
    public Optional<T> least() {
      return value;
    }

    @Override
    public Optional<T> most() {
      return value;
    }
  }

  /** A value between bounds, both included; a set that holds at least some members. */
  record Between<T>(Optional<T> least, Optional<T> most) implements Input<T> {}

  /** Nothing, and why. */
  record NotRead<T>(Lack lack) implements Input<T> {
    @Override
    public Optional<T> least() {
      return Optional.empty();
    }

    @Override
    public Optional<T> most() {
      return Optional.empty();
    }
  }

  /** What an expectation says of the value that meets it. */
  static <T> Input<T> of(Expectation<T> wanted) {
    if (wanted instanceof Is<T> is) {
      return new Exactly<>(is.wanted());
    }
    if (wanted instanceof Within<T> within) {
      return new Between<>(within.least(), within.most());
    }
    if (wanted instanceof Holds<T> holds && holds.contains().isPresent()) {
      return new Between<>(holds.contains(), Optional.empty());
    }
    if (wanted instanceof Preferring<T> preferring) {
      return of(preferring.expected());
    }
    return new NotRead<>(
        new Lack("the policy leaves several values open", "state the value in the policy"));
  }

  /** The lowest value that it can be; empty if that is not known, or if it is empty. */
  Optional<T> least();

  /** The highest value that it can be; empty if that is not known, or if it is empty. */
  Optional<T> most();
}
