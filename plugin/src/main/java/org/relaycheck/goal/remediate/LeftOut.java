package org.relaycheck.goal.remediate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingGroup;

/**
 * A finding that no edit of the policy accepts.
 *
 * @param finding what was found
 * @param why a clause, with what to do instead
 */
record LeftOut(Finding finding, String why) {

  /** A line for each reason and what hosts have alike. */
  static List<String> lines(Collection<LeftOut> all) {
    SortedMap<String, List<Finding>> byReason = new TreeMap<>();
    for (LeftOut one : all) {
      byReason.computeIfAbsent(one.why(), why -> new ArrayList<>()).add(one.finding());
    }
    List<String> lines = new ArrayList<>();
    byReason.forEach(
        (why, findings) ->
            FindingGroup.of(findings).forEach(group -> lines.add(line(group) + ": " + why)));
    return lines;
  }

  private static String line(FindingGroup group) {
    String setting = group.first().subject().settingName();
    return "not adopted: " + group.about() + (setting.isEmpty() ? "" : " " + setting);
  }
}
