package org.relaycheck.rule;

import java.util.List;
import java.util.Optional;

/** Several things of which one is enough: what is not known counts only if no other is so. */
final class Alternatives {

  /** One of them. */
  @FunctionalInterface
  interface Alternative<T> {

    /** What makes it so, if it is. */
    Optional<T> told() throws NotKnown;
  }

  private Alternatives() {}

  /** The first that is so. */
  static <T> Optional<T> first(List<Alternative<T>> alternatives) throws NotKnown {
    Optional<NotKnown> unknown = Optional.empty();
    for (Alternative<T> alternative : alternatives) {
      try {
        Optional<T> told = alternative.told();
        if (told.isPresent()) {
          return told;
        }
      } catch (NotKnown not) {
        unknown = unknown.or(() -> Optional.of(not));
      }
    }
    if (unknown.isPresent()) {
      throw unknown.get();
    }
    return Optional.empty();
  }
}
