package org.relaycheck.compare;

import java.util.Optional;
import org.relaycheck.state.Address;
import org.relaycheck.state.Desired;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Selector;
import org.relaycheck.state.Statement;

/**
 * What must hold for whatever is there on one host.
 *
 * @param desired the baseline
 * @param where what it selects
 * @param ground what was found
 * @param tally where verdicts go
 */
record Baseline(
    Desired desired, Selector.Where where, ObservedKind ground, FindingCollector tally) {

  void compare() {
    Optional<String> template = Optional.of(where.baseline());
    Address whole = new Address(where.kind(), where.host(), "");
    ground
        .gaps()
        .ifPresent(
            gap -> tally.add(PresenceFindings.unclear(whole, template, Optional.of(desired), gap)));
    boolean met = false;
    for (Observed observed : ground.all()) {
      met |= compare(observed, template);
    }
    if (!met) {
      String place = " (" + desired.origin().place() + ")";
      tally.note(
          "baseline " + where.baseline() + place + " matched no " + ground.noun() + " of ",
          where.host());
    }
  }

  /** Judges a resource that is meant, and says whether it is or may be. */
  private boolean compare(Observed observed, Optional<String> template) {
    Optional<Boolean> meant = meant(observed);
    if (meant.isEmpty()) {
      tally.declare(desired.statements().size());
      tally.add(unclear(observed));
    } else if (meant.get()) {
      tally.declare(desired.statements().size());
      tally.judge(observed.address());
      ground.judge().judge(observed, desired.statements(), template);
    }
    return meant.orElse(true);
  }

  /** A condition that is clearly not met decides; empty if the others cannot be told. */
  private Optional<Boolean> meant(Observed observed) {
    boolean all = true;
    for (Statement<?> condition : where.where()) {
      Optional<Boolean> holds = ground.judge().holds(observed, condition);
      if (holds.isPresent() && !holds.get()) {
        return Optional.of(false);
      }
      all &= holds.isPresent();
    }
    return all ? Optional.of(true) : Optional.empty();
  }

  private Finding unclear(Observed observed) {
    String causes =
        where.where().stream()
            .filter(condition -> ground.judge().holds(observed, condition).isEmpty())
            .map(condition -> why(observed, condition))
            .reduce((a, b) -> a + "; " + b)
            .orElse("");
    return PresenceFindings.unclear(
        observed.address(),
        Optional.of(where.baseline()),
        Optional.of(desired),
        new PresenceFindings.Cause(
            "it is not known whether baseline " + where.baseline() + " applies to it: " + causes,
            "read it again with an account that may see it"));
  }

  private static <T> String why(Observed observed, Statement<T> condition) {
    String unread = StatementComparer.unread(observed, condition.property());
    return condition.property()
        + ": "
        + observed
            .settings()
            .get(condition.property())
            .flatMap(reading -> reading.seen().problem())
            .orElse(unread);
  }
}
