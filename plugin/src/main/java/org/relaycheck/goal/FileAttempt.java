package org.relaycheck.goal;

import java.util.Optional;
import org.relaycheck.yaml.PolicyException;

/**
 * A file that was read or is wrong, so that the problems of all files are reported at once.
 *
 * @param value what was read
 * @param wrong what is wrong; one of both is there
 */
record FileAttempt<T>(Optional<T> value, Optional<PolicyException> wrong) {

  /** A reader of a file. */
  interface Reading<T> {

    /** Reads it. */
    T read() throws PolicyException;
  }

  static <T> FileAttempt<T> of(Reading<T> reading) {
    try {
      return new FileAttempt<>(Optional.of(reading.read()), Optional.empty());
    } catch (PolicyException wrong) {
      return new FileAttempt<>(Optional.empty(), Optional.of(wrong));
    }
  }

  /**
   * What was read.
   *
   * @throws PolicyException if it is wrong
   */
  T orThrow() throws PolicyException {
    if (wrong.isPresent()) {
      throw wrong.get();
    }
    return value.orElseThrow();
  }

  /** The same, wrong also where the other is. */
  FileAttempt<T> and(FileAttempt<?> other) {
    if (wrong.isPresent() && other.wrong().isPresent()) {
      return new FileAttempt<>(Optional.empty(), Optional.of(wrong.get().and(other.wrong().get())));
    }
    return other.wrong().isPresent() ? new FileAttempt<>(Optional.empty(), other.wrong()) : this;
  }
}
