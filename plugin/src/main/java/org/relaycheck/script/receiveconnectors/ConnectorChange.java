package org.relaycheck.resource.receiveconnectors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.drift.Finding;
import org.relaycheck.remedy.Part;
import org.relaycheck.remedy.Step;
import org.relaycheck.remedy.Wish;
import org.relaycheck.value.AddressSet;
import org.relaycheck.value.Literal;

/**
 * Changes settings of a connector that is there.
 *
 * @param prospect the connector with what a script may change; at least one setting
 * @param over the ranges that it serves between two turns; empty if it has only one
 */
record Changing(Prospect prospect, Optional<AddressSet> over) {

  Step step() {
    StepText remedy = text();
    StepText rollback = text();
    List<Finding> findings = new ArrayList<>();
    List<String> cautions = new ArrayList<>();
    for (Property<?> row : ReceiveConnectorRows.CATALOGUE.rows()) {
      Wish<?> wish = prospect.wishes().get(row);
      if (wish != null) {
        findings.addAll(wish.findings());
        cautions.addAll(bearing(wish, false).told(row.name()));
        if (row.equals(ReceiveConnectorRows.REMOTE_IP_RANGES) && over.isPresent()) {
          new Ranges(over.get()).last(remedy, rollback);
        } else if (!row.equals(ReceiveConnectorRows.EXTENDED_RIGHTS)) {
          write(wish, remedy, rollback);
        }
      }
    }
    new RightsChange(prospect).write(remedy, rollback);
    return new Step(
        prospect.observed().address(),
        findings,
        Part.of(remedy.end("Update-RelayConnector", List.of())),
        Part.of(rollback.end("Update-RelayConnector", List.of())),
        cautions,
        List.of());
  }

  /**
   * The first of two turns: it serves what it will serve, beside what it serves.
   *
   * @param both the ranges of before and after
   */
  Step widening(AddressSet both) {
    StepText remedy = text();
    StepText rollback = text();
    new Ranges(both).first(remedy, rollback);
    return new Step(
        prospect.observed().address(),
        List.of(),
        Part.of(remedy.end("Update-RelayConnector", List.of())),
        Part.of(rollback.end("Update-RelayConnector", List.of())),
        List.of(
            "RemoteIPRanges is widened first and narrowed last, because connectors change places"),
        List.of());
  }

  /** The ranges of a connector that has two turns; both need the switches of the whole change. */
  private final class Ranges {

    private final Wish<AddressSet> wish =
        prospect.wish(ReceiveConnectorRows.REMOTE_IP_RANGES).orElseThrow();
    private final Literal seen = Spelling.seen(wish.row(), wish.reading());
    private final Literal want = Spelling.wanted(wish.row(), Prospect.wanted(wish));
    private final Literal both;

    Ranges(AddressSet both) {
      this.both = Spelling.wanted(wish.row(), Optional.of(both));
    }

    void first(StepText remedy, StepText rollback) {
      remedy.passage(wish.row(), seen, both, want, bearing(wish, false));
      rollback.change(wish.row(), both, seen, bearing(wish, true));
    }

    void last(StepText remedy, StepText rollback) {
      remedy.change(wish.row(), both, want, bearing(wish, false));
      rollback.passage(wish.row(), want, both, seen, bearing(wish, true));
    }
  }

  private StepText text() {
    return new StepText(prospect.observed().address().name());
  }

  private <T> void write(Wish<T> wish, StepText remedy, StepText rollback) {
    var seen = Spelling.seen(wish.row(), wish.reading());
    var want = Spelling.wanted(wish.row(), Prospect.wanted(wish));
    remedy.change(wish.row(), seen, want, bearing(wish, false));
    rollback.change(wish.row(), want, seen, bearing(wish, true));
  }

  /** What a wish means, or what taking it back means. */
  static <T> Bearing bearing(Wish<T> wish, boolean back) {
    Optional<T> before = wish.reading().seen().known();
    Optional<T> after = Prospect.wanted(wish);
    return back ? Bearing.of(wish.row(), after, before) : Bearing.of(wish.row(), before, after);
  }
}
