package org.relaycheck.script.receiveconnectors;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.EXTENDED_RIGHTS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.catalogue.Property;
import org.relaycheck.compare.FindingRepair;
import org.relaycheck.kind.receiveconnectors.ConnectorOutlook;
import org.relaycheck.script.WantedSetting;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Statement;
import org.relaycheck.state.expectation.Expectation;
import org.relaycheck.state.expectation.Fix;
import org.relaycheck.value.Right;

/**
 * A connector that is there, as it would be with some of its settings changed.
 *
 * @param observed as it is
 * @param settings what is to change, by setting
 */
record ProposedConnector(Observed observed, Map<Property<?>, WantedSetting<?>> settings)
    implements ConnectorOutlook {

  ProposedConnector {
    settings = Map.copyOf(settings);
  }

  @Override
  public <T> Optional<T> value(Property<T> row) {
    Optional<WantedSetting<T>> setting = setting(row);
    return setting.isPresent() ? wanted(setting.get()) : before(row);
  }

  /** The value that is there; empty if it is empty or was not read. */
  <T> Optional<T> before(Property<T> row) {
    return observed.settings().get(row).flatMap(reading -> reading.seen().known());
  }

  /** What the policy says of the access list where it wants something changed. */
  List<Expectation<Set<Right>>> statedRights() {
    return settings.values().stream()
        .flatMap(setting -> setting.findings().stream())
        .flatMap(finding -> finding.difference().repair().stream())
        .flatMap(repair -> Statement.about(EXTENDED_RIGHTS, beside(repair)).stream())
        .<Expectation<Set<Right>>>map(Statement::wanted)
        .distinct()
        .toList();
  }

  private static List<Statement<?>> beside(FindingRepair repair) {
    return repair instanceof FindingRepair.Change<?> change ? change.beside() : List.of();
  }

  /** What a setting writes; empty for nothing. */
  static <T> Optional<T> wanted(WantedSetting<T> setting) {
    return setting.fix() instanceof Fix.Write<T> write
        ? Optional.of(write.value())
        : Optional.empty();
  }

  @SuppressWarnings("unchecked") // a setting stands under its own row
  <T> Optional<WantedSetting<T>> setting(Property<T> row) {
    return Optional.ofNullable((WantedSetting<T>) settings.get(row));
  }
}
