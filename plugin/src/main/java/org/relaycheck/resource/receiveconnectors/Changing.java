package org.relaycheck.resource.receiveconnectors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.drift.Finding;
import org.relaycheck.remedy.Part;
import org.relaycheck.remedy.Step;
import org.relaycheck.remedy.Wish;

/**
 * Changes settings of a connector that is there.
 *
 * @param prospect the connector with what a script may change; at least one setting
 */
record Changing(Prospect prospect) {

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
        if (!row.equals(ReceiveConnectorRows.EXTENDED_RIGHTS)) {
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
