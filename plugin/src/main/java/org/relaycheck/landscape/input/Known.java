package org.relaycheck.landscape.input;

import java.util.List;
import java.util.Optional;
import org.relaycheck.state.expectation.Expectation;
import org.relaycheck.state.expectation.HasMembers;
import org.relaycheck.state.expectation.IsExactly;
import org.relaycheck.state.expectation.PreferringValue;
import org.relaycheck.state.expectation.WithinBounds;

/**
 * What is known of a setting or of a fact: exactly this, at least or at most that, or nothing and
 * why.
 *
 * @param <T> its values
 */
public sealed interface Known<T> {

  /** A question to a landscape. */
  @FunctionalInterface
  interface Fact<T> {

    /** The answer. */
    Optional<T> told() throws NotKnownException;
  }

  /** This value, or nothing. */
  record Exactly<T>(Optional<T> value) implements Known<T> {
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
  record Between<T>(Optional<T> least, Optional<T> most) implements Known<T> {}

  /** Nothing, and why. */
  record Unknown<T>(UnknownFact lack) implements Known<T> {
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
  static <T> Known<T> of(Expectation<T> wanted) {
    if (wanted instanceof IsExactly<T> is) {
      return new Exactly<>(is.wanted());
    }
    if (wanted instanceof WithinBounds<T> within) {
      return new Between<>(within.least(), within.most());
    }
    if (wanted instanceof HasMembers<T> holds && holds.contains().isPresent()) {
      return new Between<>(holds.contains(), Optional.empty());
    }
    if (wanted instanceof PreferringValue<T> preferring) {
      return of(preferring.expected());
    }
    return new Unknown<>(
        new UnknownFact("the policy allows several values", "state the value in the policy"));
  }

  /** What a policy would have there: the value, or of a set the part that it asks for. */
  static <T> Known<T> meant(Expectation<T> wanted) {
    if (wanted instanceof PreferringValue<T> preferring) {
      return preferring.set().isPresent()
          ? new Exactly<>(preferring.set())
          : meant(preferring.expected());
    }
    return wanted instanceof HasMembers<T> holds && holds.contains().isPresent()
        ? new Exactly<>(holds.contains())
        : of(wanted);
  }

  /** A question whose answer is never empty. */
  @FunctionalInterface
  interface Value<T> {

    /** The answer. */
    T told() throws NotKnownException;
  }

  /** What comes of a question whose answer is never empty. */
  static <T> Known<T> exactly(Value<T> question) {
    return asking(() -> Optional.of(question.told()));
  }

  /** What comes of a question; nothing that it needs is taken for known. */
  static <T> Known<T> asking(Fact<T> question) {
    try {
      return new Exactly<>(question.told());
    } catch (NotKnownException not) {
      return new Unknown<>(not.lack());
    }
  }

  /** The first of several facts of which one is enough; what is not known counts if none is so. */
  static <T> Optional<T> first(List<Fact<T>> alternatives) throws NotKnownException {
    Optional<NotKnownException> unknown = Optional.empty();
    for (Fact<T> alternative : alternatives) {
      try {
        Optional<T> told = alternative.told();
        if (told.isPresent()) {
          return told;
        }
      } catch (NotKnownException not) {
        unknown = unknown.or(() -> Optional.of(not));
      }
    }
    if (unknown.isPresent()) {
      throw unknown.get();
    }
    return Optional.empty();
  }

  /** The value, where it is known exactly and not empty. */
  default Optional<T> value() {
    return Optional.empty();
  }

  /** The lowest value that it can be; empty if that is not known, or if it is empty. */
  Optional<T> least();

  /** The highest value that it can be; empty if that is not known, or if it is empty. */
  Optional<T> most();
}
