package org.relaycheck.script.receiveconnectors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Property;
import org.relaycheck.compare.Finding;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.script.ScriptPart;
import org.relaycheck.script.ScriptStep;
import org.relaycheck.script.ScriptSwitch;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Reading;
import org.relaycheck.value.Literal;
import org.relaycheck.value.Right;

/**
 * Takes a connector away: disabled by one run, removed by the next.
 *
 * @param server what is known of its server
 * @param observed the connector
 */
record ConnectorRemoval(ScriptServer server, Observed observed) {

  /** First it is disabled, then removed. */
  static final Set<ScriptSwitch> NEEDS = Set.of(ScriptSwitch.NARROWING, ScriptSwitch.REMOVAL);

  /** Why no script removes it; empty if one may. */
  Optional<String> reservation() {
    Optional<Boolean> setup = value(ReceiveConnectorRows.SETUP);
    if (!setup.equals(Optional.of(false))) {
      return Optional.of(
          setup.isPresent()
              ? "Exchange setup made this connector; mail within the organisation depends on it"
              : "whether Exchange setup made this connector is not known");
    }
    if (!read(ReceiveConnectorRows.BINDINGS) || !read(ReceiveConnectorRows.REMOTE_IP_RANGES)) {
      return Optional.of("Bindings and RemoteIPRanges were not both read: it could not come back");
    }
    boolean capable = server.has(ReceiveConnectorRows.TLS_DOMAIN_CAPABILITIES);
    Optional<Reading<?>> domains =
        observed.settings().get(ReceiveConnectorRows.TLS_DOMAIN_CAPABILITIES).map(r -> r);
    if (capable && domains.isEmpty()) {
      return Optional.of("whether it belongs to hybrid mail flow was not read");
    }
    return capable && domains.filter(read -> read.seen().known().isEmpty()).isEmpty()
        ? Optional.of("it belongs to hybrid mail flow (TlsDomainCapabilities)")
        : Optional.empty();
  }

  private <T> Optional<T> value(Property<T> row) {
    return observed.settings().get(row).flatMap(reading -> reading.seen().known());
  }

  ScriptStep step(Finding finding) {
    StepText fix = new StepText(observed.address().name());
    StepText rollback = new StepText(observed.address().name());
    for (Property<?> row : recognised()) {
      StepText.Given given = given(row);
      fix.setting(given);
      rollback.setting(given);
    }
    Optional<Set<Right>> rights = value(ReceiveConnectorRows.EXTENDED_RIGHTS);
    rights.ifPresent(
        seen -> {
          fix.rights("Seen", seen).call("Compare-RelayRights");
          rollback.rights("Hold", seen).call("Limit-RelayRights");
        });
    boolean enabled = !value(ReceiveConnectorRows.ENABLED).equals(Optional.of(false));
    return new ScriptStep(
        observed.address(),
        List.of(finding),
        ScriptPart.of(fix.end("Remove-RelayConnector", List.of()), NEEDS),
        ScriptPart.of(
            rollback.end(
                "New-RelayConnector", List.of(StepText.text("Custom"), new Literal.Bool(enabled))),
            Set.of(ScriptSwitch.WIDENING)),
        List.of(
            "disabling it needs -AllowNarrowing; removing it needs -AllowRemoval too: disable it"
                + " first,"
                + " and remove it when nobody has missed it"),
        lasting());
  }

  /** What was read and can be set again, but for whether it is enabled. */
  private List<Property<?>> recognised() {
    return ReceiveConnectorRows.CATALOGUE.rows().stream()
        .filter(row -> row.binding() instanceof Binding.SetParameter)
        .filter(row -> !row.equals(ReceiveConnectorRows.ENABLED) && server.has(row))
        .filter(this::read)
        .collect(Collectors.toList());
  }

  private boolean read(Property<?> row) {
    return observed.settings().get(row).filter(r -> r.seen().problem().isEmpty()).isPresent();
  }

  private <T> StepText.Given given(Property<T> row) {
    Literal seen = ValueSpelling.seen(row, observed.settings().get(row).orElseThrow());
    return new StepText.Given(
        row, seen, ConnectorCreation.takenByNew(row) && !(seen instanceof Literal.Null));
  }

  private List<String> lasting() {
    List<String> lasting = new ArrayList<>();
    lasting.add("once removed it comes back as another object of the same name");
    String unread =
        ReceiveConnectorRows.CATALOGUE.rows().stream()
            .filter(row -> row.binding() instanceof Binding.SetParameter)
            .filter(row -> server.has(row) && !read(row))
            .map(Property::name)
            .collect(Collectors.joining(", "));
    if (!unread.isEmpty()) {
      lasting.add("once removed it comes back without what was not read: " + unread);
    }
    if (value(ReceiveConnectorRows.EXTENDED_RIGHTS).isEmpty()) {
      lasting.add("once removed it comes back without its own access list, which was not read");
    }
    return lasting;
  }
}
