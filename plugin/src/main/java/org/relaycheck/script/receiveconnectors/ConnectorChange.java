package org.relaycheck.script.receiveconnectors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.catalogue.Property;
import org.relaycheck.compare.Finding;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.script.ScriptPart;
import org.relaycheck.script.ScriptStep;
import org.relaycheck.script.ScriptSwitch;
import org.relaycheck.script.WantedSetting;
import org.relaycheck.value.Literal;
import org.relaycheck.value.address.AddressSet;

/**
 * Changes settings of a connector that is there.
 *
 * @param prospect the connector with what a script may change; at least one setting
 * @param over the ranges that it serves between two turns; empty if it has only one
 */
record ConnectorChange(ProposedConnector prospect, Optional<AddressSet> over) {

  ScriptStep step() {
    StepText fix = text();
    StepText rollback = text();
    List<Finding> findings = new ArrayList<>();
    List<String> cautions = new ArrayList<>();
    for (Property<?> row : ReceiveConnectorRows.CATALOGUE.rows()) {
      WantedSetting<?> setting = prospect.settings().get(row);
      if (setting != null) {
        findings.addAll(setting.findings());
        cautions.addAll(bearing(setting, false).told(row.name()));
        if (row.equals(ReceiveConnectorRows.REMOTE_IP_RANGES) && over.isPresent()) {
          new Ranges(over.get()).last(fix, rollback);
        } else if (!row.equals(ReceiveConnectorRows.EXTENDED_RIGHTS)) {
          write(setting, fix, rollback);
        }
      }
    }
    new RightsChange(prospect).write(fix, rollback);
    return new ScriptStep(
        prospect.observed().address(),
        findings,
        new ScriptPart(fix.end("Update-RelayConnector", List.of()), needs(false)),
        new ScriptPart(rollback.end("Update-RelayConnector", List.of()), needs(true)),
        cautions,
        List.of());
  }

  private Map<String, Set<ScriptSwitch>> needs(boolean back) {
    Map<String, Set<ScriptSwitch>> needs = new HashMap<>();
    prospect
        .settings()
        .values()
        .forEach(one -> needs.put(one.row().name(), bearing(one, back).switches()));
    return needs;
  }

  /**
   * The first of two turns: it serves what it will serve, beside what it serves.
   *
   * @param both the ranges of before and after
   */
  ScriptStep widening(AddressSet both) {
    StepText fix = text();
    StepText rollback = text();
    new Ranges(both).first(fix, rollback);
    return new ScriptStep(
        prospect.observed().address(),
        List.of(),
        ScriptPart.of(fix.end("Update-RelayConnector", List.of())),
        ScriptPart.of(rollback.end("Update-RelayConnector", List.of())),
        List.of(
            "RemoteIPRanges is widened first and narrowed last, because connectors change places"),
        List.of());
  }

  /** The ranges of a connector that has two turns; both need the switches of the whole change. */
  private final class Ranges {

    private final WantedSetting<AddressSet> setting =
        prospect.setting(ReceiveConnectorRows.REMOTE_IP_RANGES).orElseThrow();
    private final Literal seen = ValueSpelling.seen(setting.row(), setting.reading());
    private final Literal want =
        ValueSpelling.wanted(setting.row(), ProposedConnector.wanted(setting));
    private final Literal both;

    Ranges(AddressSet both) {
      this.both = ValueSpelling.wanted(setting.row(), Optional.of(both));
    }

    void first(StepText fix, StepText rollback) {
      fix.passage(setting.row(), seen, both, want, bearing(setting, false));
      rollback.change(setting.row(), both, seen, bearing(setting, true));
    }

    void last(StepText fix, StepText rollback) {
      fix.change(setting.row(), both, want, bearing(setting, false));
      rollback.passage(setting.row(), want, both, seen, bearing(setting, true));
    }
  }

  private StepText text() {
    return new StepText(prospect.observed().address().name());
  }

  private <T> void write(WantedSetting<T> setting, StepText fix, StepText rollback) {
    var seen = ValueSpelling.seen(setting.row(), setting.reading());
    var want = ValueSpelling.wanted(setting.row(), ProposedConnector.wanted(setting));
    fix.change(setting.row(), seen, want, bearing(setting, false));
    rollback.change(setting.row(), want, seen, bearing(setting, true));
  }

  /** What a setting means, or what taking it back means. */
  static <T> ChangeEffect bearing(WantedSetting<T> setting, boolean back) {
    Optional<T> before = setting.reading().seen().known();
    Optional<T> after = ProposedConnector.wanted(setting);
    return back
        ? ChangeEffect.of(setting.row(), after, before)
        : ChangeEffect.of(setting.row(), before, after);
  }
}
