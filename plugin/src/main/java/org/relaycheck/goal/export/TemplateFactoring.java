package org.relaycheck.goal.export;

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
import org.relaycheck.policy.edit.PolicyDraft;

/**
 * Finds what resources have in common, so that a policy says it once: a template for what most
 * resources of a kind share, one entry for a resource that several hosts have, {@code at} for what
 * differs on one of them.
 */
final class TemplateFactoring {

  private final String kind;
  private final List<String> order;
  private final Map<List<String>, String> groups;

  /**
   * A factoring of one kind.
   *
   * @param groups names of groups, by their hosts
   */
  TemplateFactoring(Catalogue catalogue, Map<List<String>, String> groups) {
    this.kind = catalogue.kind();
    this.order = catalogue.rows().stream().map(Property::name).toList();
    this.groups = groups;
  }

  /**
   * How a sighting's settings are looked at: as they are, or with the server's name made general.
   */
  private interface View {
    Function<String, Optional<PolicyDraft.Stated>> of(SeenResource one);
  }

  /** The kind's part of a policy; the same, whatever the order of the sightings. */
  PolicyDraft.Kind kind(List<SeenResource> sightings) {
    SharedEntries entries = SharedEntries.of(sightings);
    Map<String, PolicyDraft.Stated> template =
        entries.byName().size() < 2
            ? Map.of()
            : shared(sightings, TemplateFactoring::literal, sightings.size() / 2 + 1);
    List<PolicyDraft.Resource> resources = new ArrayList<>();
    entries
        .byName()
        .forEach((key, same) -> resources.add(resource(entries.name(key, same), same, template)));
    return new PolicyDraft.Kind(kind, template, resources);
  }

  private static Function<String, Optional<PolicyDraft.Stated>> literal(SeenResource one) {
    return setting -> Optional.ofNullable(one.settings().get(setting));
  }

  private PolicyDraft.Resource resource(
      String name, List<SeenResource> same, Map<String, PolicyDraft.Stated> template) {
    boolean many = same.size() > 1;
    View view = many ? one -> one::general : TemplateFactoring::literal;
    Map<String, PolicyDraft.Stated> common =
        many ? shared(same, view, (same.size() + 1) / 2) : same.get(0).settings();
    Map<String, PolicyDraft.Stated> own = over(template, common, names(template, same));
    Map<String, PolicyDraft.Stated> effective = new LinkedHashMap<>(template);
    effective.putAll(own);
    SortedMap<String, Map<String, PolicyDraft.Stated>> at = new TreeMap<>();
    same.forEach(
        one -> at.put(one.host(), over(effective, seen(one, view), names(effective, same))));
    at.values().removeIf(Map::isEmpty);
    List<String> hosts = same.stream().map(SeenResource::host).toList();
    return new PolicyDraft.Resource(
        name, hosts, Optional.ofNullable(groups.get(hosts)), own, at, remarks(same));
  }

  /** A line for each reason, with the hosts if there are several. */
  private static List<String> remarks(List<SeenResource> same) {
    Map<String, List<String>> hosts = new LinkedHashMap<>();
    for (SeenResource one : same) {
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

  private static Map<String, PolicyDraft.Stated> seen(SeenResource one, View view) {
    Map<String, PolicyDraft.Stated> seen = new LinkedHashMap<>();
    one.settings()
        .keySet()
        .forEach(name -> view.of(one).apply(name).ifPresent(value -> seen.put(name, value)));
    return seen;
  }

  /** What the entry must say because the template says something else, or nothing. */
  private static Map<String, PolicyDraft.Stated> over(
      Map<String, PolicyDraft.Stated> template,
      Map<String, PolicyDraft.Stated> common,
      List<String> names) {
    Map<String, PolicyDraft.Stated> own = new LinkedHashMap<>();
    for (String setting : names) {
      PolicyDraft.Stated wanted = common.getOrDefault(setting, new PolicyDraft.Anything());
      if (!wanted.equals(template.getOrDefault(setting, new PolicyDraft.Anything()))) {
        own.put(setting, wanted);
      }
    }
    return own;
  }

  /** In the order of the catalogue, which is the one that people know. */
  private List<String> names(Map<String, PolicyDraft.Stated> some, List<SeenResource> sightings) {
    Set<String> there = new HashSet<>(some.keySet());
    sightings.forEach(one -> there.addAll(one.settings().keySet()));
    return order.stream().filter(there::contains).toList();
  }

  /** The value of each setting that so many have; of two, the one that is met first. */
  private Map<String, PolicyDraft.Stated> shared(
      List<SeenResource> sightings, View view, int least) {
    Map<String, PolicyDraft.Stated> shared = new LinkedHashMap<>();
    for (String setting : names(Map.of(), sightings)) {
      Map<PolicyDraft.Stated, Integer> votes = new LinkedHashMap<>();
      for (SeenResource one : sightings) {
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
