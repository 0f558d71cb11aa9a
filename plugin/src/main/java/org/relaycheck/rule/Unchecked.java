package org.relaycheck.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.relaycheck.state.Address;

/**
 * What a rule could not judge, in words.
 *
 * @param id the rule
 * @param open the resources
 */
record Unchecked(String id, List<Ruling.Open> open) {

  /** More names than anybody reads. */
  private static final int MOST = 5;

  /** One line for all hosts; what has one cause is told together. */
  String line() {
    Map<String, Set<Address>> byCause = new TreeMap<>();
    for (Ruling.Open one : open) {
      for (Lack lack : one.lacks()) {
        byCause
            .computeIfAbsent(words(lack), cause -> new TreeSet<>())
            .add(one.resource().address());
      }
    }
    List<String> parts = new ArrayList<>();
    byCause.forEach((cause, where) -> parts.add("for " + names(where) + ": " + cause));
    return "rule " + id + " is not checked " + String.join("; ", parts);
  }

  private static String words(Lack lack) {
    return lack.supply().isEmpty() ? lack.why() : lack.why() + "; to supply it, " + lack.supply();
  }

  private static String names(Set<Address> where) {
    List<String> names = where.stream().limit(MOST).map(Address::toString).toList();
    int more = where.size() - names.size();
    return String.join(", ", names) + (more == 0 ? "" : " and " + more + " more");
  }
}
