package org.relaycheck.script.receiveconnectors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.catalogue.Property;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingRepair;
import org.relaycheck.kind.receiveconnectors.ConnectorOutlook;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.kind.receiveconnectors.SettingConflict;
import org.relaycheck.script.ScriptPart;
import org.relaycheck.script.ScriptStep;
import org.relaycheck.script.ScriptSwitch;
import org.relaycheck.state.Presence;
import org.relaycheck.state.Statement;
import org.relaycheck.state.expectation.Expectation;
import org.relaycheck.state.expectation.Fix;
import org.relaycheck.state.expectation.WithinBounds;
import org.relaycheck.value.Literal;
import org.relaycheck.value.Seen;

/** Makes a connector that is missing. */
final class ConnectorCreation implements ConnectorOutlook {

  private static final Set<Property<?>> SET_ONLY =
      Set.of(
          ReceiveConnectorRows.BARE_LINEFEED_REJECTION_ENABLED,
          ReceiveConnectorRows.SMTP_UTF8_ENABLED);
  private static final String CUSTOM = "Custom";
  private static final String CLIENT = "Client";
  private static final Set<String> OWN_BINDINGS = Set.of(CLIENT, "Internal");
  private static final String OWN_RANGES = "Internet";

  private final ScriptServer server;
  private final FindingRepair.Create create;
  private final String usage;
  private final Map<Property<?>, Object> values = new LinkedHashMap<>();
  private final List<String> leftOut = new ArrayList<>();
  private Optional<String> refused = Optional.empty();

  private ConnectorCreation(ScriptServer server, FindingRepair.Create create) {
    this.server = server;
    this.create = create;
    this.usage =
        create.desired().presence() instanceof Presence.Present present
            ? present.create().stream().map(ConnectorCreation::usage).findFirst().orElse(CUSTOM)
            : CUSTOM;
  }

  private static <T> String usage(Statement<T> statement) {
    return statement.show();
  }

  static ConnectorCreation of(ScriptServer server, FindingRepair.Create create) {
    ConnectorCreation creating = new ConnectorCreation(server, create);
    create.desired().statements().forEach(creating::take);
    creating.refused = creating.refused.or(creating::lacking).or(creating::conflict);
    return creating;
  }

  /** Whether New-ReceiveConnector takes a setting; the others only Set-ReceiveConnector takes. */
  static boolean takenByNew(Property<?> row) {
    return !SET_ONLY.contains(row);
  }

  /** Why no script makes it; empty if one may. */
  Optional<String> reservation() {
    return refused;
  }

  private <T> void take(Statement<T> statement) {
    Property<T> row = statement.property();
    if (!server.has(row)) {
      return;
    }
    Fix<T> fix = first(statement.wanted());
    Optional<String> owned = ScriptRefusal.owned(row);
    if (owned.isPresent()) {
      leftOut.add("it is made without " + row + ": " + owned.get());
    } else if (fix instanceof Fix.ByHand<T> hand) {
      leftOut.add("it is made without " + row + ": " + hand.why());
    } else if (fix instanceof Fix.Write<T> write) {
      values.put(row, write.value());
      if (!row.allowed().allows().test(write.value())) {
        refused =
            Optional.of(
                row.type().show(write.value())
                    + " is not "
                    + row.allowed().words().orElse("accepted")
                    + " ("
                    + row
                    + ")");
      }
    }
  }

  /** The value to begin with; of bounds the nearest one, because no default of Exchange is sure. */
  private static <T> Fix<T> first(Expectation<T> wanted) {
    if (wanted instanceof WithinBounds<T> within) {
      return within
          .least()
          .or(within::most)
          .<Fix<T>>map(Fix.Write::new)
          .orElseGet(() -> wanted.fix(Seen.nothing()));
    }
    return wanted.fix(Seen.nothing());
  }

  private Optional<String> lacking() {
    if (server.edge() && usage.equals(CLIENT)) {
      return Optional.of("on Edge there is no Usage Client; state another in 'create'");
    }
    if (server.has(ReceiveConnectorRows.TRANSPORT_ROLE)
        && value(ReceiveConnectorRows.TRANSPORT_ROLE).isEmpty()) {
      return Optional.of(
          "from Exchange 2013 on TransportRole decides which service listens; state it"
              + (server.version().isEmpty() ? " (the answer does not contain the version)" : ""));
    }
    if (!OWN_BINDINGS.contains(usage) && value(ReceiveConnectorRows.BINDINGS).isEmpty()) {
      return Optional.of("a new connector needs Bindings; state them");
    }
    return !usage.equals(OWN_RANGES) && value(ReceiveConnectorRows.REMOTE_IP_RANGES).isEmpty()
        ? Optional.of("a new connector needs RemoteIPRanges; state them")
        : Optional.empty();
  }

  private Optional<String> conflict() {
    return SettingConflict.ALL.stream()
        .filter(conflict -> conflict.isIn(this))
        .map(SettingConflict::why)
        .findFirst();
  }

  @Override
  @SuppressWarnings("unchecked") // take() puts each value under its own row
  public <T> Optional<T> value(Property<T> row) {
    return Optional.ofNullable((T) values.get(row));
  }

  ScriptStep step(Finding finding) {
    StepText fix = new StepText(create.address().name());
    StepText rollback = new StepText(create.address().name());
    List<String> cautions = new ArrayList<>();
    cautions.add("making it widens who may send, so it needs -AllowWidening");
    for (Property<?> row : ReceiveConnectorRows.CATALOGUE.rows()) {
      if (values.containsKey(row)) {
        cautions.addAll(widens(row));
        given(row)
            .ifPresent(
                given -> {
                  fix.setting(given);
                  rollback.setting(given);
                });
      }
    }
    cautions.addAll(leftOut);
    value(ReceiveConnectorRows.EXTENDED_RIGHTS).ifPresent(rights -> fix.rights("Hold", rights));
    boolean enable = !is(ReceiveConnectorRows.ENABLED, false);
    return new ScriptStep(
        create.address(),
        List.of(finding),
        ScriptPart.of(
            fix.end("New-RelayConnector", List.of(StepText.text(usage), new Literal.Bool(enable))),
            Set.of(ScriptSwitch.WIDENING)),
        ScriptPart.of(rollback.end("Remove-RelayConnector", List.of()), ConnectorRemoval.NEEDS),
        cautions,
        List.of());
  }

  private <T> List<String> widens(Property<T> row) {
    return ChangeEffect.of(row, Optional.empty(), value(row)).widens().stream()
        .map(what -> row + " " + what)
        .toList();
  }

  private <T> Optional<StepText.Given> given(Property<T> row) {
    if (row.equals(ReceiveConnectorRows.ENABLED)
        || row.equals(ReceiveConnectorRows.EXTENDED_RIGHTS)) {
      return Optional.empty();
    }
    boolean notNew =
        OWN_BINDINGS.contains(usage)
            ? row.equals(ReceiveConnectorRows.BINDINGS)
            : usage.equals(OWN_RANGES) && row.equals(ReceiveConnectorRows.REMOTE_IP_RANGES);
    return Optional.of(
        new StepText.Given(row, ValueSpelling.wanted(row, value(row)), takenByNew(row) && !notNew));
  }
}
