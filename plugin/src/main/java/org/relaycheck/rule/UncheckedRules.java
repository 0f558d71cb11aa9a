package org.relaycheck.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.relaycheck.compare.HostNames;
import org.relaycheck.landscape.input.UnknownFact;
import org.relaycheck.state.Address;

/**
 * What rules could not judge, in words: a line for each thing that a person can do about it, for a
 * record that lacks some settings stops a dozen rules.
 */
final class UncheckedRules {

  /** More causes than anybody reads on one line. */
  private static final int MOST = 3;

  /**
   * What one thing would supply.
   *
   * @param rules that could not judge
   * @param where of what
   * @param why what is lacking
   */
  private record Gap(Set<String> rules, Set<Address> where, Set<String> why) {

    Gap() {
      this(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    }
  }

  /** By what a person can do, and the kind of resource. */
  private final Map<List<String>, Gap> byFix = new LinkedHashMap<>();

  /** Takes what one rule could not judge. */
  void add(String id, List<RuleResult.Open> open) {
    for (RuleResult.Open one : open) {
      for (UnknownFact lack : one.told()) {
        Address address = one.resource().address();
        Gap gap = byFix.computeIfAbsent(List.of(lack.fix(), address.kind()), alike -> new Gap());
        gap.rules().add(id);
        gap.where().add(address);
        gap.why().add(lack.why());
      }
    }
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    byFix.forEach((alike, gap) -> lines.add(line(gap) + "; " + alike.get(0)));
    return lines;
  }

  private static String line(Gap gap) {
    String where = HostNames.list(gap.where().stream().map(Address::toString).toList());
    String why = gap.why().stream().limit(MOST).collect(Collectors.joining("; "));
    int more = gap.why().size() - MOST;
    return subject(gap.rules())
        + " not checked for "
        + where
        + ": "
        + why
        + (more > 0 ? "; and " + more + " more" : "");
  }

  private static String subject(Collection<String> ids) {
    return ids.size() == 1
        ? "rule " + ids.iterator().next() + " was"
        : "rules " + String.join(", ", ids) + " were";
  }
}
