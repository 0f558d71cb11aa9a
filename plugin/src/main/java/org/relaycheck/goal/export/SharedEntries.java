package org.relaycheck.goal.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.relaycheck.state.Address;

/**
 * The resources of a kind that a policy states together, because hosts have them under one name.
 *
 * @param byName by the name with the server's own name made general, in upper case; sorted by host
 * @param single how often each name is the one of a resource that only one host has
 */
record SharedEntries(SortedMap<String, List<SeenResource>> byName, Map<String, Integer> single) {

  static SharedEntries of(List<SeenResource> sightings) {
    SortedMap<String, List<SeenResource>> byName = new TreeMap<>();
    sightings.stream()
        .sorted(Comparator.comparing(SeenResource::host))
        .forEach(
            one ->
                byName
                    .computeIfAbsent(Address.folded(one.generalName()), name -> new ArrayList<>())
                    .add(one));
    Map<String, Integer> single = new HashMap<>();
    byName.values().stream()
        .filter(same -> same.size() == 1)
        .forEach(same -> single.merge(Address.folded(same.get(0).name()), 1, Integer::sum));
    return new SharedEntries(byName, single);
  }

  /**
   * How a policy names an entry. One that a single host has keeps its name as it is, unless another
   * entry is named so: {@code Default EX01} may well be on EX02, too.
   */
  String name(String key, List<SeenResource> same) {
    SeenResource first = same.get(0);
    String literal = Address.folded(first.name());
    boolean free = literal.equals(key) || !byName.containsKey(literal);
    boolean alone = same.size() == 1 && free && single.getOrDefault(literal, 0) == 1;
    return alone ? first.name() : first.generalName();
  }
}
