package org.relaycheck.script.receiveconnectors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.compare.Finding;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.script.ScriptPart;
import org.relaycheck.script.ScriptStep;
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
      WantedSetting<?> wish = prospect.wishes().get(row);
      if (wish != null) {
        findings.addAll(wish.findings());
        cautions.addAll(bearing(wish, false).told(row.name()));
        if (row.equals(ReceiveConnectorRows.REMOTE_IP_RANGES) && over.isPresent()) {
          new Ranges(over.get()).last(fix, rollback);
        } else if (!row.equals(ReceiveConnectorRows.EXTENDED_RIGHTS)) {
          write(wish, fix, rollback);
        }
      }
    }
    new RightsChange(prospect).write(fix, rollback);
    return new ScriptStep(
        prospect.observed().address(),
        findings,
        ScriptPart.of(fix.end("Update-RelayConnector", List.of())),
        ScriptPart.of(rollback.end("Update-RelayConnector", List.of())),
        cautions,
        List.of());
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

    private final WantedSetting<AddressSet> wish =
        prospect.wish(ReceiveConnectorRows.REMOTE_IP_RANGES).orElseThrow();
    private final Literal seen = ValueSpelling.seen(wish.row(), wish.reading());
    private final Literal want = ValueSpelling.wanted(wish.row(), ProposedConnector.wanted(wish));
    private final Literal both;

    Ranges(AddressSet both) {
      this.both = ValueSpelling.wanted(wish.row(), Optional.of(both));
    }

    void first(StepText fix, StepText rollback) {
      fix.passage(wish.row(), seen, both, want, bearing(wish, false));
      rollback.change(wish.row(), both, seen, bearing(wish, true));
    }

    void last(StepText fix, StepText rollback) {
      fix.change(wish.row(), both, want, bearing(wish, false));
      rollback.passage(wish.row(), want, both, seen, bearing(wish, true));
    }
  }

  private StepText text() {
    return new StepText(prospect.observed().address().name());
  }

  private <T> void write(WantedSetting<T> wish, StepText fix, StepText rollback) {
    var seen = ValueSpelling.seen(wish.row(), wish.reading());
    var want = ValueSpelling.wanted(wish.row(), ProposedConnector.wanted(wish));
    fix.change(wish.row(), seen, want, bearing(wish, false));
    rollback.change(wish.row(), want, seen, bearing(wish, true));
  }

  /** What a wish means, or what taking it back means. */
  static <T> ChangeEffect bearing(WantedSetting<T> wish, boolean back) {
    Optional<T> before = wish.reading().seen().known();
    Optional<T> after = ProposedConnector.wanted(wish);
    return back
        ? ChangeEffect.of(wish.row(), after, before)
        : ChangeEffect.of(wish.row(), before, after);
  }
}
