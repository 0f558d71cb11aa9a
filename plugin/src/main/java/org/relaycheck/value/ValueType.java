package org.relaycheck.value;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A shape of values: how text becomes a canonical value, and how that becomes text again.
 *
 * <p>Law: {@code read(Raw.text(show(v)))} equals {@code Seen.of(v)} for every value {@code v}.
 *
 * @param <T> the canonical value; equal values mean the same
 */
public interface ValueType<T> {

  /** Never throws: what cannot be read is {@link Seen.NotUnderstood} with a reason. */
  Seen<T> read(Raw raw);

  /** The value as a person writes it in a policy. */
  String show(T value);

  /** The value as a script needs it. */
  Literal write(T value);

  /** What is expected, with an example, to follow "is not". */
  String hint();

  /** The type in a word, by which the schema of a policy calls it. */
  String word();

  /** The JSON Schema of a policy's spelling. */
  Map<String, Object> schema();

  /** The order of the values, where one has a meaning. */
  default Optional<Comparator<T>> order() {
    return Optional.empty();
  }

  /** What can be done with the members, where a value is a set. */
  default Optional<Members<T>> members() {
    return Optional.empty();
  }

  /**
   * From a Java regex to a test of a whole value, where a value is text; the function throws {@link
   * java.util.regex.PatternSyntaxException}.
   */
  default Optional<Function<String, Predicate<T>>> patterns() {
    return Optional.empty();
  }

  /** Whether anybody can want a value; one that nobody can meets no expectation. */
  default boolean isWantable(T value) {
    return true;
  }

  /** Why a policy may not state this although {@link #read} understands it in an answer. */
  default Optional<String> refusal(Raw stated) {
    return Optional.empty();
  }
}
