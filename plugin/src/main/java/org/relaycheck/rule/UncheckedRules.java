package org.relaycheck.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.relaycheck.compare.HostNames;
import org.relaycheck.landscape.input.UnknownFact;
import org.relaycheck.state.Address;

/**
 * What rules could not judge, in words. What is lacking is told once, with all hosts and rules that
 * lack it: a sender's address alone stops half a dozen rules.
 */
final class UncheckedRules {

  /** Where the same is lacking, in words, by the rule and then by what is lacking. */
  private final SortedMap<String, SortedMap<String, Set<Address>>> byRule = new TreeMap<>();

  /** Takes what one rule could not judge. */
  void add(String id, List<RuleResult.Open> open) {
    for (RuleResult.Open one : open) {
      for (UnknownFact lack : one.told()) {
        byRule
            .computeIfAbsent(id, rule -> new TreeMap<>())
            .computeIfAbsent(words(lack), cause -> new TreeSet<>())
            .add(one.resource().address());
      }
    }
  }

  /** A line for each cause, all hosts and rules in it. */
  List<String> lines() {
    SortedMap<String, List<String>> rules = new TreeMap<>();
    byRule.forEach(
        (id, causes) ->
            causes.forEach(
                (cause, where) ->
                    rules
                        .computeIfAbsent(names(where) + ": " + cause, one -> new ArrayList<>())
                        .add(id)));
    List<String> lines = new ArrayList<>();
    rules.forEach((what, ids) -> lines.add(subject(ids) + " not checked for " + what));
    return lines;
  }

  private static String subject(List<String> ids) {
    return ids.size() == 1
        ? "rule " + ids.get(0) + " was"
        : "rules " + String.join(", ", ids) + " were";
  }

  private static String words(UnknownFact lack) {
    return lack.fix().isEmpty() ? lack.why() : lack.why() + "; " + lack.fix();
  }

  private static String names(Collection<Address> where) {
    return HostNames.list(where.stream().map(Address::toString).toList());
  }
}
