package org.relaycheck.policy.read;

import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.expectation.Expectation;
import org.relaycheck.state.expectation.HasMembers;
import org.relaycheck.value.Members;
import org.relaycheck.value.Types;
import org.relaycheck.yaml.YamlTree;

/**
 * The operators {@code contains} and {@code excludes}.
 *
 * @param <T> the row's values
 */
final class MembershipOperators<T> {

  private final Property<T> row;
  private final ValueReader<T> values;
  private final Members<T> members;

  MembershipOperators(Property<T> row, ValueReader<T> values) {
    this.row = row;
    this.values = values;
    this.members = row.type().members().orElseThrow();
  }

  Optional<Expectation<T>> read(YamlTree.Mapping stated) {
    Optional<YamlTree> wanted = stated.get(PolicyOperator.CONTAINS.word());
    Optional<YamlTree> unwanted = stated.get(PolicyOperator.EXCLUDES.word());
    Optional<T> contains = wanted.flatMap(tree -> values.members(tree, PolicyOperator.CONTAINS));
    Optional<T> excludes = unwanted.flatMap(tree -> values.members(tree, PolicyOperator.EXCLUDES));
    if (contains.isPresent() != wanted.isPresent()
        || excludes.isPresent() != unwanted.isPresent()) {
      return Optional.empty();
    }
    if (contains.isPresent()
        && excludes.filter(e -> !members.disjoint(contains.get(), e)).isPresent()) {
      values.problem(
          stated.place(), "'contains' and 'excludes' name the same; nothing can meet both");
      return Optional.empty();
    }
    // taking addresses out of a range changes the range's text, which is for a person to do
    boolean byHand = row.type().equals(Types.ADDRESS_SET);
    return Optional.of(new HasMembers<>(contains, excludes, members, byHand));
  }
}
