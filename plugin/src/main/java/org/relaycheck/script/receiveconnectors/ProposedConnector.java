package org.relaycheck.resource.receiveconnectors;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.relaycheck.catalogue.Property;
import org.relaycheck.drift.Repair;
import org.relaycheck.remedy.Wish;
import org.relaycheck.state.Expectation;
import org.relaycheck.state.Mend;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Statement;
import org.relaycheck.value.Right;

/**
 * A connector that is there, as it would be with some of its settings changed.
 *
 * @param observed as it is
 * @param wishes what is to change, by setting
 */
record Prospect(Observed observed, Map<Property<?>, Wish<?>> wishes) implements Outlook {

  Prospect {
    wishes = Map.copyOf(wishes);
  }

  @Override
  public <T> Optional<T> value(Property<T> row) {
    Optional<Wish<T>> wish = wish(row);
    return wish.isPresent() ? wanted(wish.get()) : before(row);
  }

  /** The value that is there; empty if it is empty or was not read. */
  <T> Optional<T> before(Property<T> row) {
    return observed.settings().get(row).flatMap(reading -> reading.seen().known());
  }

  /** What the policy says of the access list where it wants something changed. */
  List<Expectation<Set<Right>>> statedRights() {
    return wishes.values().stream()
        .flatMap(wish -> wish.findings().stream())
        .flatMap(finding -> finding.difference().repair().stream())
        .flatMap(Prospect::beside)
        .filter(statement -> statement.property().equals(ReceiveConnectorRows.EXTENDED_RIGHTS))
        .<Expectation<Set<Right>>>map(Prospect::ofRights)
        .distinct()
        .toList();
  }

  private static Stream<Statement<?>> beside(Repair repair) {
    return repair instanceof Repair.Change<?> change ? change.beside().stream() : Stream.empty();
  }

  @SuppressWarnings("unchecked") // a statement about the access list is one about rights
  private static Expectation<Set<Right>> ofRights(Statement<?> statement) {
    return ((Statement<Set<Right>>) statement).wanted();
  }

  /** What a wish writes; empty for nothing. */
  static <T> Optional<T> wanted(Wish<T> wish) {
    return wish.mend() instanceof Mend.Write<T> write
        ? Optional.of(write.value())
        : Optional.empty();
  }

  @SuppressWarnings("unchecked") // a wish stands under its own row
  <T> Optional<Wish<T>> wish(Property<T> row) {
    return Optional.ofNullable((Wish<T>) wishes.get(row));
  }
}
