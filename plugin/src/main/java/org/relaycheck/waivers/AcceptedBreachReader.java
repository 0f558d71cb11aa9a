package org.relaycheck.waivers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.policy.read.KnownRule;
import org.relaycheck.policy.read.ValueReader;
import org.relaycheck.state.AcceptedDrift;
import org.relaycheck.state.BreachValue;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.NodeShape;
import org.relaycheck.yaml.YamlTree;

/**
 * Reads by which values a waiver accepts that a rule is broken: {@code {Setting: value}}, and those
 * of another resource in a mapping under its name.
 *
 * @param rule the rule
 * @param problems where problems go
 */
record AcceptedBreachReader(KnownRule rule, FileProblems problems) {

  /** What is accepted; empty if there is a problem. */
  Optional<AcceptedDrift> read(YamlTree tree) {
    if (tree instanceof YamlTree.Mapping own && !own.entries().isEmpty()) {
      List<BreachValue<?>> values = new ArrayList<>();
      return read("", own, values)
          ? Optional.of(new AcceptedDrift.Broken(rule.id(), values))
          : Optional.empty();
    }
    boolean byNone =
        tree instanceof YamlTree.Scalar word
            && word.text().equals(AcceptedDrift.Broken.BY_NO_VALUE);
    if (!byNone) {
      String name = rule.values().isEmpty() ? "Setting" : rule.values().get(0).name();
      problems.add(
          tree.place(),
          "'accepted' of rule "
              + rule.id()
              + ": found "
              + tree.described()
              + "; expected the values that break it, such as {"
              + name
              + ": 20}: mvn relay:remediate writes them");
    }
    return byNone ? Optional.of(new AcceptedDrift.Broken(rule.id(), List.of())) : Optional.empty();
  }

  /** Reads the values of one resource; whether all of them could be read. */
  private boolean read(String resource, YamlTree.Mapping stated, List<BreachValue<?>> values) {
    boolean all = true;
    for (YamlTree.Entry entry : stated.entries()) {
      all &=
          (resource.isEmpty() && entry.value() instanceof YamlTree.Mapping other)
              ? read(entry.name(), other, values)
              : read(resource, entry, values);
    }
    return all;
  }

  private boolean read(String resource, YamlTree.Entry entry, List<BreachValue<?>> values) {
    Optional<Property<?>> row =
        rule.values().stream()
            .<Property<?>>map(one -> one)
            .filter(one -> one.name().equals(entry.name()))
            .findFirst();
    if (row.isEmpty()) {
      List<String> known = rule.values().stream().map(Property::name).toList();
      new NodeShape(problems).unknownKey(entry, "'accepted' of rule " + rule.id(), known);
    }
    Optional<BreachValue<?>> value = row.flatMap(one -> value(resource, one, entry.value()));
    value.ifPresent(values::add);
    return value.isPresent();
  }

  private <T> Optional<BreachValue<?>> value(String resource, Property<T> row, YamlTree tree) {
    return new ValueReader<>(row, problems)
        .found(tree)
        .map(seen -> new BreachValue<>(resource, row, seen.known()));
  }
}
