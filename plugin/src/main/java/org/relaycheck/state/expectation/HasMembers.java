package org.relaycheck.state.expectation;

import java.util.Optional;
import org.relaycheck.value.Members;
import org.relaycheck.value.Seen;
import org.relaycheck.value.ValueType;

/**
 * A set that has some members and lacks others. Nothing is acceptable only where no member is
 * wanted.
 *
 * @param contains members that must be in it; empty if none is wanted
 * @param excludes members that must not be in it; empty if all may
 * @param members how the members are told
 * @param excludesByHand whether taking members away is left to a person
 * @param <T> the setting's values
 */
public record HasMembers<T>(
    Optional<T> contains, Optional<T> excludes, Members<T> members, boolean excludesByHand)
    implements Expectation<T> {

  @Override
  public boolean accepts(Seen<T> seen) {
    return seen.known()
        .map(
            value ->
                contains.filter(part -> !members.covers(value, part)).isEmpty()
                    && excludes.filter(part -> !members.disjoint(value, part)).isEmpty())
        .orElse(contains.isEmpty());
  }

  @Override
  public Fix<T> fix(Seen<T> seen) {
    Optional<T> seenValue = seen.known();
    if (excludesByHand && tooMuch(seenValue)) {
      return new Fix.ByHand<>("taking addresses out of a range needs a person");
    }
    Optional<T> wider =
        seenValue.isEmpty()
            ? contains
            : seenValue.map(v -> contains.map(part -> members.union(v, part)).orElse(v));
    Optional<T> result = wider.map(v -> excludes.map(part -> members.minus(v, part)).orElse(v));
    return result
        .filter(value -> !members.isEmpty(value))
        .<Fix<T>>map(Fix.Write::new)
        .orElseGet(() -> new Fix.ByHand<>("nothing would be left; state what is wanted as 'set'"));
  }

  private boolean tooMuch(Optional<T> value) {
    return value.isPresent()
        && excludes.filter(part -> !members.disjoint(value.get(), part)).isPresent();
  }

  @Override
  public String show(ValueType<T> type) {
    String wanted = contains.map(part -> "containing " + type.show(part)).orElse("");
    String unwanted = excludes.map(part -> "without " + type.show(part)).orElse("");
    return wanted.isEmpty() || unwanted.isEmpty() ? wanted + unwanted : wanted + " and " + unwanted;
  }
}
