package org.relaycheck.script;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to be done about a drift, on all hosts, before anything is done.
 *
 * @param rows what the scripts do, in their order; equal lines of many hosts are one
 * @param byHand what no script does, sorted
 * @param left the same in rows
 * @param notes what to know before
 * @param scripts one a host and language, sorted by host
 */
public record RemediationPlan(
    List<PlanRow> rows,
    List<ByHand> byHand,
    List<PlanRow> left,
    List<PlanNote> notes,
    List<PlannedScript> scripts) {

  public RemediationPlan {
    rows = List.copyOf(rows);
    byHand = List.copyOf(byHand);
    left = List.copyOf(left);
    notes = List.copyOf(notes);
    scripts = List.copyOf(scripts);
  }

  /** Whether there is nothing to do for anybody. */
  public boolean isEmpty() {
    return rows.isEmpty() && left.isEmpty();
  }

  /** How often each action is taken, over all hosts. */
  public Map<PlanAction, Integer> counts() {
    Map<PlanAction, Integer> counts = new EnumMap<>(PlanAction.class);
    Stream.concat(rows.stream(), left.stream())
        .forEach(row -> counts.merge(row.line().action(), row.hosts().size(), Integer::sum));
    return counts;
  }

  /** The totals in words, such as {@code 1 to add, 9 to change, 2 by hand}. */
  public String totals() {
    return totals(counts());
  }

  static String totals(Map<PlanAction, Integer> counts) {
    return new EnumMap<>(counts)
        .entrySet().stream()
            .map(count -> count.getValue() + " " + count.getKey().counted())
            .collect(Collectors.joining(", "));
  }
}
