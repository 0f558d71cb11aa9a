package org.relaycheck.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.relaycheck.policy.Draft;
import org.relaycheck.state.Address;

/**
 * Finds what resources have in common, so that a policy says it once: a template for what most
 * resources of a kind share, one entry for a resource that several hosts have, {@code at} for what
 * differs on one of them.
 */
final class Factoring {

  private Factoring() {}

  /**
   * How a sighting's settings are looked at: as they are, or with the server's name made general.
   */
  private interface View {
    Function<String, Optional<Draft.Stated>> of(Sighting one);
  }

  /** One kind's part of a policy; stable, whatever the order of the sightings. */
  static Draft.Kind kind(String kind, List<Sighting> sightings, Map<List<String>, String> groups) {
    SortedMap<String, List<Sighting>> entries = entries(sightings);
    Map<String, Draft.Stated> template =
        entries.size() < 2 ? Map.of() : shared(sightings, Factoring::literal);
    List<Draft.Resource> resources = new ArrayList<>();
    entries.forEach((name, same) -> resources.add(resource(same, template, groups)));
    return new Draft.Kind(kind, template, resources);
  }

  private static SortedMap<String, List<Sighting>> entries(List<Sighting> sightings) {
    SortedMap<String, List<Sighting>> entries = new TreeMap<>();
    for (Sighting one : sightings) {
      entries
          .computeIfAbsent(Address.folded(one.generalName()), name -> new ArrayList<>())
          .add(one);
    }
    return entries;
  }

  private static Function<String, Optional<Draft.Stated>> literal(Sighting one) {
    return setting -> Optional.ofNullable(one.settings().get(setting));
  }

  private static Draft.Resource resource(
      List<Sighting> unsorted,
      Map<String, Draft.Stated> template,
      Map<List<String>, String> groups) {
    List<Sighting> same = unsorted.stream().sorted(Comparator.comparing(Sighting::host)).toList();
    boolean many = same.size() > 1;
    View view = many ? one -> one::general : Factoring::literal;
    Map<String, Draft.Stated> common = many ? shared(same, view) : same.get(0).settings();
    Map<String, Draft.Stated> own = over(template, common, names(template, same));
    Map<String, Draft.Stated> effective = new LinkedHashMap<>(template);
    effective.putAll(own);
    SortedMap<String, Map<String, Draft.Stated>> at = new TreeMap<>();
    same.forEach(
        one -> at.put(one.host(), over(effective, seen(one, view), names(effective, same))));
    at.values().removeIf(Map::isEmpty);
    List<String> hosts = same.stream().map(Sighting::host).toList();
    return new Draft.Resource(
        many ? same.get(0).generalName() : same.get(0).name(),
        hosts,
        Optional.ofNullable(groups.get(hosts)),
        own,
        at,
        remarks(same));
  }

  private static List<String> remarks(List<Sighting> same) {
    return same.stream()
        .flatMap(
            one ->
                one.remarks().stream()
                    .map(remark -> same.size() > 1 ? one.host() + ": " + remark : remark))
        .toList();
  }

  private static Map<String, Draft.Stated> seen(Sighting one, View view) {
    Map<String, Draft.Stated> seen = new LinkedHashMap<>();
    one.settings()
        .keySet()
        .forEach(name -> view.of(one).apply(name).ifPresent(value -> seen.put(name, value)));
    return seen;
  }

  /** What the entry must say because the template says something else, or nothing. */
  private static Map<String, Draft.Stated> over(
      Map<String, Draft.Stated> template, Map<String, Draft.Stated> common, Set<String> names) {
    Map<String, Draft.Stated> own = new LinkedHashMap<>();
    for (String setting : names) {
      Draft.Stated wanted = common.getOrDefault(setting, new Draft.Anything());
      if (!wanted.equals(template.getOrDefault(setting, new Draft.Anything()))) {
        own.put(setting, wanted);
      }
    }
    return own;
  }

  private static Set<String> names(Map<String, Draft.Stated> some, List<Sighting> sightings) {
    Set<String> names = new LinkedHashSet<>(some.keySet());
    sightings.forEach(one -> names.addAll(one.settings().keySet()));
    return names;
  }

  /** The value of each setting that more than half of the sightings have. */
  private static Map<String, Draft.Stated> shared(List<Sighting> sightings, View view) {
    Map<String, Draft.Stated> shared = new LinkedHashMap<>();
    for (String setting : names(Map.of(), sightings)) {
      Map<Draft.Stated, Integer> votes = new LinkedHashMap<>();
      for (Sighting one : sightings) {
        view.of(one).apply(setting).ifPresent(value -> votes.merge(value, 1, Integer::sum));
      }
      votes.forEach(
          (value, number) -> {
            if (number * 2 > sightings.size()) {
              shared.put(setting, value);
            }
          });
    }
    return shared;
  }
}
