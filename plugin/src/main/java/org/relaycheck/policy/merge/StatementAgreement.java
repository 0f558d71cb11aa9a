package org.relaycheck.policy;

import java.util.Optional;
import org.relaycheck.state.Expectation;
import org.relaycheck.state.Holds;
import org.relaycheck.state.Matches;
import org.relaycheck.state.Preferring;
import org.relaycheck.state.Statement;
import org.relaycheck.state.Within;

/** Whether two statements about one setting say the same, for whatever reason and wherever. */
final class Agreement {

  private Agreement() {}

  static boolean between(Optional<Statement<?>> a, Optional<Statement<?>> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isEmpty() && b.isEmpty();
    }
    return a.get().severity() == b.get().severity()
        && a.get().remedy() == b.get().remedy()
        && same(a.get().wanted(), b.get().wanted());
  }

  /** Orders, members and tests belong to the row and are not compared. */
  private static boolean same(Expectation<?> a, Expectation<?> b) {
    if (a instanceof Within<?> one && b instanceof Within<?> other) {
      return one.least().equals(other.least()) && one.most().equals(other.most());
    }
    if (a instanceof Matches<?> one && b instanceof Matches<?> other) {
      return one.regex().equals(other.regex());
    }
    if (a instanceof Holds<?> one && b instanceof Holds<?> other) {
      return one.contains().equals(other.contains()) && one.excludes().equals(other.excludes());
    }
    if (a instanceof Preferring<?> one && b instanceof Preferring<?> other) {
      return one.set().equals(other.set()) && same(one.expected(), other.expected());
    }
    return a.equals(b);
  }
}
