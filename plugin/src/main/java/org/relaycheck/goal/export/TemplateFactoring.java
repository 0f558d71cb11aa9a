package org.relaycheck.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Property;
import org.relaycheck.policy.Draft;

/**
 * Finds what resources have in common, so that a policy says it once: a template for what most
 * resources of a kind share, one entry for a resource that several hosts have, {@code at} for what
 * differs on one of them.
 */
final class Factoring {

  private final String kind;
  private final List<String> order;
  private final Map<List<String>, String> groups;

  /**
   * A factoring of one kind.
   *
   * @param groups names of groups, by their hosts
   */
  Factoring(Catalogue catalogue, Map<List<String>, String> groups) {
    this.kind = catalogue.kind();
    this.order = catalogue.rows().stream().map(Property::name).toList();
    this.groups = groups;
  }

  /**
   * How a sighting's settings are looked at: as they are, or with the server's name made general.
   */
  private interface View {
    Function<String, Optional<Draft.Stated>> of(Sighting one);
  }

  /** The kind's part of a policy; the same, whatever the order of the sightings. */
  Draft.Kind kind(List<Sighting> sightings) {
    Entries entries = Entries.of(sightings);
    Map<String, Draft.Stated> template =
        entries.byName().size() < 2
            ? Map.of()
            : shared(sightings, Factoring::literal, sightings.size() / 2 + 1);
    List<Draft.Resource> resources = new ArrayList<>();
    entries
        .byName()
        .forEach((key, same) -> resources.add(resource(entries.name(key, same), same, template)));
    return new Draft.Kind(kind, template, resources);
  }

  private static Function<String, Optional<Draft.Stated>> literal(Sighting one) {
    return setting -> Optional.ofNullable(one.settings().get(setting));
  }

  private Draft.Resource resource(
      String name, List<Sighting> same, Map<String, Draft.Stated> template) {
    boolean many = same.size() > 1;
    View view = many ? one -> one::general : Factoring::literal;
    Map<String, Draft.Stated> common =
        many ? shared(same, view, (same.size() + 1) / 2) : same.get(0).settings();
    Map<String, Draft.Stated> own = over(template, common, names(template, same));
    Map<String, Draft.Stated> effective = new LinkedHashMap<>(template);
    effective.putAll(own);
    SortedMap<String, Map<String, Draft.Stated>> at = new TreeMap<>();
    same.forEach(
        one -> at.put(one.host(), over(effective, seen(one, view), names(effective, same))));
    at.values().removeIf(Map::isEmpty);
    List<String> hosts = same.stream().map(Sighting::host).toList();
    return new Draft.Resource(
        name, hosts, Optional.ofNullable(groups.get(hosts)), own, at, remarks(same));
  }

  /** A line for each reason, with the hosts if there are several. */
  private static List<String> remarks(List<Sighting> same) {
    Map<String, List<String>> hosts = new LinkedHashMap<>();
    for (Sighting one : same) {
      one.leftOut()
          .forEach(
              (why, settings) ->
                  hosts
                      .computeIfAbsent(
                          String.join(", ", settings) + " left out: " + why,
                          line -> new ArrayList<>())
                      .add(one.host()));
    }
    List<String> remarks = new ArrayList<>();
    hosts.forEach(
        (line, on) -> remarks.add(same.size() > 1 ? String.join(", ", on) + ": " + line : line));
    return remarks;
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
      Map<String, Draft.Stated> template, Map<String, Draft.Stated> common, List<String> names) {
    Map<String, Draft.Stated> own = new LinkedHashMap<>();
    for (String setting : names) {
      Draft.Stated wanted = common.getOrDefault(setting, new Draft.Anything());
      if (!wanted.equals(template.getOrDefault(setting, new Draft.Anything()))) {
        own.put(setting, wanted);
      }
    }
    return own;
  }

  /** In the order of the catalogue, which is the one that people know. */
  private List<String> names(Map<String, Draft.Stated> some, List<Sighting> sightings) {
    Set<String> there = new HashSet<>(some.keySet());
    sightings.forEach(one -> there.addAll(one.settings().keySet()));
    return order.stream().filter(there::contains).toList();
  }

  /** The value of each setting that so many have; of two, the one that is met first. */
  private Map<String, Draft.Stated> shared(List<Sighting> sightings, View view, int least) {
    Map<String, Draft.Stated> shared = new LinkedHashMap<>();
    for (String setting : names(Map.of(), sightings)) {
      Map<Draft.Stated, Integer> votes = new LinkedHashMap<>();
      for (Sighting one : sightings) {
        view.of(one).apply(setting).ifPresent(value -> votes.merge(value, 1, Integer::sum));
      }
      votes.forEach(
          (value, number) -> {
            if (number >= least) {
              shared.putIfAbsent(setting, value);
            }
          });
    }
    return shared;
  }
}
