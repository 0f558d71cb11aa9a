package org.relaycheck.compare;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Property;
import org.relaycheck.catalogue.Version;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Reading;
import org.relaycheck.state.Statement;
import org.relaycheck.value.Seen;

/** Judges the statements about one host's resources of one kind. */
final class StatementComparer {

  private final FindingCollector tally;
  private final Map<Property<?>, String> lacking;

  /**
   * The reading that each statement accepted last. A template's statement meets the same few
   * readings on all resources that are like it, and a survey makes a reading but once: whether it
   * is the very same is told faster than whether its value is acceptable.
   */
  private final IdentityHashMap<Statement<?>, Reading<?>> accepted = new IdentityHashMap<>();

  private StatementComparer(FindingCollector tally, Map<Property<?>, String> lacking) {
    this.tally = tally;
    this.lacking = Map.copyOf(lacking);
  }

  /** A judge of a host with these facts. */
  static StatementComparer of(
      FindingCollector tally, Catalogue catalogue, Map<String, String> facts) {
    Optional<Version> version = catalogue.product().version(facts);
    Optional<String> role = catalogue.product().role(facts);
    Map<Property<?>, String> lacking = new HashMap<>();
    for (Property<?> row : catalogue.rows()) {
      row.facts().validity().lacking(version, role).ifPresent(why -> lacking.put(row, why));
    }
    return new StatementComparer(tally, lacking);
  }

  /** Judges all that a resource's own entry or a baseline says of it. */
  void judge(Observed observed, List<Statement<?>> statements, Optional<String> baseline) {
    statements.forEach(statement -> judge(observed, statement, baseline, statements));
  }

  @SuppressWarnings("ReferenceEquality") // an equal reading that is another is merely judged again
  private <T> void judge(
      Observed observed,
      Statement<T> statement,
      Optional<String> baseline,
      List<Statement<?>> beside) {
    Optional<Reading<T>> reading = observed.settings().get(statement.property());
    if (reading.isPresent() && accepted.get(statement) == reading.get()) {
      tally.inSync();
      return;
    }
    StatementFindings<T> claim = new StatementFindings<>(observed, statement, baseline, beside);
    String why = lacking.get(statement.property());
    if (why != null) {
      tally.add(claim.notApplicable(why));
    } else if (reading.isEmpty()) {
      tally.add(claim.unclear(unread(observed, statement.property())));
    } else {
      judge(claim, reading.get());
    }
  }

  private <T> void judge(StatementFindings<T> claim, Reading<T> reading) {
    Seen<T> seen = reading.seen();
    Optional<String> problem = seen.problem();
    if (problem.isPresent()) {
      tally.add(claim.unclear(problem.get()));
    } else if (claim.statement().accepts(seen)) {
      accepted.put(claim.statement(), reading);
      tally.inSync();
    } else {
      tally.add(claim.drifted(reading));
    }
  }

  /** Whether a condition holds; empty if it cannot be told. */
  <T> Optional<Boolean> holds(Observed observed, Statement<T> condition) {
    if (lacking.containsKey(condition.property())) {
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
