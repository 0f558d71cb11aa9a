package org.relaycheck.waivers;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.policy.read.KindTable;
import org.relaycheck.policy.read.KnownRule;
import org.relaycheck.policy.read.LineUse;
import org.relaycheck.policy.read.RowFinder;
import org.relaycheck.policy.read.RulesReader;
import org.relaycheck.policy.read.ValueReader;
import org.relaycheck.state.AcceptedDrift;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.MappingFields;

/**
 * Reads what a waiver accepts.
 *
 * @param fields of the waiver
 * @param all every kind, to tell of which one a setting is
 * @param rules every rule
 * @param problems where problems go
 */
record AcceptedDriftReader(
    MappingFields fields, Collection<KindTable> all, List<KnownRule> rules, FileProblems problems) {

  private static final String ACCEPTED = "accepted";
  private static final Map<String, Boolean> EXISTENCE = Map.of("present", true, "absent", false);

  /** What is accepted of a resource of a kind; empty if there is a problem. */
  Optional<AcceptedDrift> read(KindTable kind) {
    Optional<String> about = fields.oneOf(List.of("setting", "rule"));
    Optional<Property<?>> row =
        fields
            .scalar("setting", "MaxHopCount")
            .flatMap(key -> new RowFinder(kind, all, problems).find(key, LineUse.SETTING));
    Optional<KnownRule> rule = rule();
    if (!fields.has(ACCEPTED)) {
      problems.add(
          fields.place(),
          "'accepted' is missing; state what is there now, such as 'accepted: 20',"
              + " or without 'setting' 'accepted: absent'");
      return Optional.empty();
    }
    if (about.isEmpty()) {
      return fields.word(ACCEPTED, EXISTENCE).map(AcceptedDrift.Existence::new);
    }
    return about.get().equals("setting")
        ? row.flatMap(this::value)
        : rule.flatMap(
            known ->
                fields.tree(ACCEPTED).flatMap(new AcceptedBreachReader(known, problems)::read));
  }

  private Optional<KnownRule> rule() {
    return fields
        .scalar("rule", KnownRule.EXAMPLE)
        .flatMap(id -> new RulesReader(rules, problems).find(id.place(), id.text()));
  }

  private <T> Optional<AcceptedDrift> value(Property<T> row) {
    return fields
        .tree(ACCEPTED)
        .flatMap(tree -> new ValueReader<>(row, problems).found(tree))
        .map(seen -> new AcceptedDrift.Value<>(row, seen.known()));
  }
}
