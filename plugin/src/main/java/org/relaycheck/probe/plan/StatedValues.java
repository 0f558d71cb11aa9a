package org.relaycheck.probe.plan;

import java.util.List;
import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.landscape.input.Known;
import org.relaycheck.state.Statement;
import org.relaycheck.state.expectation.Expectation;
import org.relaycheck.state.expectation.HasMembers;
import org.relaycheck.state.expectation.IsExactly;
import org.relaycheck.state.expectation.IsOneOf;
import org.relaycheck.state.expectation.PreferringValue;
import org.relaycheck.value.Members;
import org.relaycheck.value.Raw;

/**
 * What a policy states of one connector or account.
 *
 * @param statements at most one for each setting
 */
public record StatedValues(List<Statement<?>> statements) {

  public StatedValues {
    statements = List.copyOf(statements);
  }

  public <T> Optional<Statement<T>> of(Property<T> row) {
    return Statement.about(row, statements);
  }

  /** Whether the policy wants the connector off. */
  public boolean isOff() {
    return value(ReceiveConnectorRows.ENABLED).filter(on -> !on).isPresent();
  }

  /** The value that is stated, or of a set the part that is asked for; empty for another. */
  <T> Optional<T> value(Property<T> row) {
    return of(row).flatMap(statement -> Known.meant(statement.wanted()).value());
  }

  /**
   * Whether a member must be in a set (true) or must not (false); empty if the policy leaves it
   * open.
   *
   * @param member in the spelling of a policy
   */
  public <T> Optional<Boolean> demands(Property<T> row, String member) {
    T part = row.read(Raw.text(member)).known().orElseThrow();
    return of(row).flatMap(statement -> demands(statement.wanted(), row, part));
  }

  private static <T> Optional<Boolean> demands(Expectation<T> wanted, Property<T> row, T part) {
    Members<T> members = row.type().members().orElseThrow();
    if (wanted instanceof PreferringValue<T> preferring) {
      return demands(preferring.expected(), row, part);
    }
    if (wanted instanceof IsExactly<T> is) {
      return Optional.of(is.wanted().filter(set -> members.covers(set, part)).isPresent());
    }
    if (wanted instanceof IsOneOf<T> oneOf) {
      List<Boolean> each =
          oneOf.wanted().stream()
              .map(set -> set.filter(some -> members.covers(some, part)).isPresent())
              .distinct()
              .toList();
      return each.size() == 1 ? Optional.of(each.get(0)) : Optional.empty();
    }
    if (!(wanted instanceof HasMembers<T> holds)) {
      return Optional.empty();
    }
    return holds.excludes().filter(set -> !members.disjoint(set, part)).isPresent()
        ? Optional.of(false)
        : holds.contains().filter(set -> members.covers(set, part)).map(set -> true);
  }
}
