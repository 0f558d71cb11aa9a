package org.relaycheck.report;

import java.util.List;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingGroup;
import org.relaycheck.compare.HostNames;
import org.relaycheck.report.text.ConsoleLine;

/** Rules that a policy breaks by what it says, as lines for a build's log. */
public final class BreachLines {

  private BreachLines() {}

  /** A line for each, in order; hosts of which the same is said are in one. */
  public static List<ConsoleLine> lines(List<Finding> findings) {
    return FindingGroup.of(findings).stream().map(BreachLines::line).toList();
  }

  private static ConsoleLine line(FindingGroup group) {
    FindingText wording = new FindingText(group);
    return new ConsoleLine(
        Console.level(group.first()),
        wording.place().map(at -> at + "  ").orElse("")
            + group.general(group.first().subject().address().name())
            + " on "
            + HostNames.list(group.hosts())
            + ": rule "
            + wording.what()
            + ": "
            + wording.sides());
  }
}
