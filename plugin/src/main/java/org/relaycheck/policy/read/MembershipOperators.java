package org.relaycheck.policy;

import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.Expectation;
import org.relaycheck.state.Holds;
import org.relaycheck.value.Members;
import org.relaycheck.value.Types;

/**
 * The operators {@code contains} and {@code excludes}.
 *
 * @param <T> the row's values
 */
final class Memberships<T> {

  private final Property<T> row;
  private final Values<T> values;
  private final Members<T> members;

  Memberships(Property<T> row, Values<T> values) {
    this.row = row;
    this.values = values;
    this.members = row.type().members().orElseThrow();
  }

  Optional<Expectation<T>> read(Tree.Mapping stated) {
    Optional<Tree> wanted = stated.get(Operator.CONTAINS.word());
    Optional<Tree> unwanted = stated.get(Operator.EXCLUDES.word());
    Optional<T> contains = wanted.flatMap(tree -> values.members(tree, Operator.CONTAINS));
    Optional<T> excludes = unwanted.flatMap(tree -> values.members(tree, Operator.EXCLUDES));
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
    return Optional.of(new Holds<>(contains, excludes, members, byHand));
  }
}
