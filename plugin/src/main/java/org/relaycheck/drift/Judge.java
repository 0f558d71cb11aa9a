package org.relaycheck.drift;

import java.util.Map;
import java.util.Optional;
import org.relaycheck.catalogue.Product;
import org.relaycheck.catalogue.Property;
import org.relaycheck.catalogue.Version;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Reading;
import org.relaycheck.state.Statement;
import org.relaycheck.value.Seen;

/**
 * Judges the statements about one host's resources.
 *
 * @param tally where verdicts go
 * @param version the host's, if known
 * @param role the host's, if known
 */
record Judge(Tally tally, Optional<Version> version, Optional<String> role) {

  static Judge of(Tally tally, Product product, Map<String, String> facts) {
    return new Judge(tally, product.version(facts), product.role(facts));
  }

  /** Judges one statement, of a resource's own or of a baseline. */
  <T> void judge(Observed observed, Statement<T> statement, Optional<String> baseline) {
    Claim<T> claim = new Claim<>(observed, statement, baseline);
    Optional<String> lacking = statement.property().facts().validity().lacking(version, role);
    if (lacking.isPresent()) {
      tally.add(claim.notApplicable(lacking.get()));
      return;
    }
    Optional<Reading<T>> reading = observed.settings().get(statement.property());
    if (reading.isEmpty()) {
      tally.add(claim.unclear(unread(observed, statement.property())));
      return;
    }
    Seen<T> seen = reading.get().seen();
    Optional<String> problem = seen.problem();
    if (problem.isPresent()) {
      tally.add(claim.unclear(problem.get()));
    } else if (statement.wanted().accepts(seen)) {
      tally.inSync();
    } else {
      tally.add(claim.drifted(reading.get()));
    }
  }

  /** Whether a condition holds; empty if it cannot be told. */
  <T> Optional<Boolean> holds(Observed observed, Statement<T> condition) {
    if (condition.property().facts().validity().lacking(version, role).isPresent()) {
      return Optional.of(false);
    }
    return observed
        .settings()
        .get(condition.property())
        .map(Reading::seen)
        .filter(seen -> seen.problem().isEmpty())
        .map(condition.wanted()::accepts);
  }

  static String unread(Observed observed, Property<?> row) {
    String why = observed.unread().get(row);
    return why == null ? "the answer does not mention it" : why;
  }
}
