package org.relaycheck.policy.merge;

import java.util.Optional;
import org.relaycheck.state.Statement;
import org.relaycheck.state.expectation.Expectation;
import org.relaycheck.state.expectation.HasMembers;
import org.relaycheck.state.expectation.MatchesPattern;
import org.relaycheck.state.expectation.PreferringValue;
import org.relaycheck.state.expectation.WithinBounds;

/** Whether two statements about one setting say the same, for whatever reason and wherever. */
final class StatementAgreement {

  private StatementAgreement() {}

  static boolean between(Optional<Statement<?>> a, Optional<Statement<?>> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isEmpty() && b.isEmpty();
    }
    return a.get().severity() == b.get().severity()
        && a.get().remediation() == b.get().remediation()
        && same(a.get().wanted(), b.get().wanted());
  }

  /** Orders, members and tests belong to the row and are not compared. */
  private static boolean same(Expectation<?> a, Expectation<?> b) {
    if (a instanceof WithinBounds<?> one && b instanceof WithinBounds<?> other) {
      return one.least().equals(other.least()) && one.most().equals(other.most());
    }
    if (a instanceof MatchesPattern<?> one && b instanceof MatchesPattern<?> other) {
      return one.regex().equals(other.regex());
    }
    if (a instanceof HasMembers<?> one && b instanceof HasMembers<?> other) {
      return one.contains().equals(other.contains()) && one.excludes().equals(other.excludes());
    }
    if (a instanceof PreferringValue<?> one && b instanceof PreferringValue<?> other) {
      return one.set().equals(other.set()) && same(one.expected(), other.expected());
    }
    return a.equals(b);
  }
}
