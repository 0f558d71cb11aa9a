package org.relaycheck.proof;

import java.util.List;
import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.landscape.Known;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.state.Expectation;
import org.relaycheck.state.Holds;
import org.relaycheck.state.Is;
import org.relaycheck.state.OneOf;
import org.relaycheck.state.Preferring;
import org.relaycheck.state.Statement;
import org.relaycheck.value.Members;
import org.relaycheck.value.Raw;

/**
 * What a policy states of one connector or account.
 *
 * @param statements at most one for each setting
 */
record Stated(List<Statement<?>> statements) {

  Stated {
    statements = List.copyOf(statements);
  }

  @SuppressWarnings("unchecked") // a statement is of the values of its own property
  <T> Optional<Statement<T>> of(Property<T> row) {
    return statements.stream()
        .filter(statement -> statement.property().equals(row))
        .map(statement -> (Statement<T>) statement)
        .findFirst();
  }

  /** Whether the policy wants the connector off. */
  boolean isOff() {
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
  <T> Optional<Boolean> demands(Property<T> row, String member) {
    T part = row.read(Raw.text(member)).known().orElseThrow();
    return of(row).flatMap(statement -> demands(statement.wanted(), row, part));
  }

  private static <T> Optional<Boolean> demands(Expectation<T> wanted, Property<T> row, T part) {
    Members<T> members = row.type().members().orElseThrow();
    if (wanted instanceof Preferring<T> preferring) {
      return demands(preferring.expected(), row, part);
    }
    if (wanted instanceof Is<T> is) {
      return Optional.of(is.wanted().filter(set -> members.covers(set, part)).isPresent());
    }
    if (wanted instanceof OneOf<T> oneOf) {
      List<Boolean> each =
          oneOf.wanted().stream()
              .map(set -> set.filter(some -> members.covers(some, part)).isPresent())
              .distinct()
              .toList();
      return each.size() == 1 ? Optional.of(each.get(0)) : Optional.empty();
    }
    if (!(wanted instanceof Holds<T> holds)) {
      return Optional.empty();
    }
    return holds.excludes().filter(set -> !members.disjoint(set, part)).isPresent()
        ? Optional.of(false)
        : holds.contains().filter(set -> members.covers(set, part)).map(set -> true);
  }
}
