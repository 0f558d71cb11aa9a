package org.relaycheck.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.relaycheck.compare.Finding;
import org.relaycheck.report.text.ConsoleLine;
import org.relaycheck.report.text.VisibleText;
import org.relaycheck.state.Address;

/** Rules that a policy breaks by what it says, as lines for a build's log. */
public final class BreachLines {

  /** What is the same on several hosts, which one line of the policy may make so. */
  private record Alike(ConsoleLine.Level level, String place, String name, String sides) {}

  private BreachLines() {}

  /** A line for each, in order; hosts of which the same is said are in one. */
  public static List<ConsoleLine> lines(List<Finding> findings) {
    Map<Alike, Set<String>> alike = new LinkedHashMap<>();
    for (Finding finding : findings) {
      Address address = finding.subject().address();
      alike
          .computeIfAbsent(alike(finding), one -> new TreeSet<>(Address::compareFolded))
          .add(address.host());
    }
    return alike.entrySet().stream().map(e -> line(e.getKey(), e.getValue())).toList();
  }

  private static Alike alike(Finding finding) {
    FindingText wording = new FindingText(finding);
    String name = VisibleText.of(finding.subject().address().name());
    String place = wording.place().map(at -> at + "  ").orElse("");
    return new Alike(Console.level(finding), place, name, wording.what() + ": " + wording.sides());
  }

  private static ConsoleLine line(Alike one, Set<String> hosts) {
    String where = VisibleText.of(String.join(", ", hosts));
    return new ConsoleLine(
        one.level(), one.place() + one.name() + " on " + where + ": rule " + one.sides());
  }
}
