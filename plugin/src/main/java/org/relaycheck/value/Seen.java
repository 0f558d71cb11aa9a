package org.relaycheck.value;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a {@link ValueType} made of a {@link Raw} value.
 *
 * @param <T> the canonical value
 */
public sealed interface Seen<T> {

  /** A value that was understood. */
  record Value<T>(T value) implements Seen<T> {}

  /** An empty value: a statement in itself, not a lack of knowledge. */
  record Nothing<T>() implements Seen<T> {}

  /** A value that cannot be judged, and why. */
  record NotUnderstood<T>(String why) implements Seen<T> {}

  static <T> Seen<T> of(T value) {
    return new Value<>(value);
  }

  static <T> Seen<T> nothing() {
    return new Nothing<>();
  }

  static <T> Seen<T> notUnderstood(String why) {
    return new NotUnderstood<>(why);
  }

  /** The value, if there is one. */
  default Optional<T> known() {
    return this instanceof Value<T> some ? Optional.of(some.value()) : Optional.empty();
  }

  /** Why the value cannot be judged; empty if it can. */
  default Optional<String> problem() {
    return this instanceof NotUnderstood<T> not ? Optional.of(not.why()) : Optional.empty();
  }

  /** The same reading with its value, if any, seen another way. */
  default <R> Seen<R> map(Function<? super T, ? extends R> function) {
    if (this instanceof Value<T> some) {
      return new Value<>(function.apply(some.value()));
    }
    if (this instanceof NotUnderstood<T> not) {
      return new NotUnderstood<>(not.why());
    }
    return new Nothing<>();
  }
}
