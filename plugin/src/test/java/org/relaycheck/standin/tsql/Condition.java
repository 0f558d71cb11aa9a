package org.relaycheck.standin.tsql;

import java.util.Optional;

/** What is true, false, or, where it is empty, unknown. */
interface Condition {
  Optional<Boolean> holds(Session session, Scope scope);

  /** Whether it is true: unknown is not. */
  default boolean met(Session session, Scope scope) {
    return holds(session, scope).orElse(false);
  }

  default Condition and(Condition other) {
    return (session, scope) -> {
      Optional<Boolean> a = holds(session, scope);
      Optional<Boolean> b = other.holds(session, scope);
      if (a.equals(Optional.of(false)) || b.equals(Optional.of(false))) {
        return Optional.of(false);
      }
      return a.isPresent() && b.isPresent() ? Optional.of(true) : Optional.empty();
    };
  }

  default Condition or(Condition other) {
    return negated().and(other.negated()).negated();
  }

  default Condition negated() {
    return (session, scope) -> holds(session, scope).map(value -> !value);
  }
}
