package org.relaycheck.goal.remediate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingRepair;
import org.relaycheck.goal.export.SeenResource;
import org.relaycheck.policy.edit.AdoptedGroup;
import org.relaycheck.policy.edit.PolicyChanges;
import org.relaycheck.policy.edit.PolicyDraft;
import org.relaycheck.state.Desired;
import org.relaycheck.state.Place;

/**
 * The edits for settings that differ: in place where the statement serves what drifted and nothing
 * else, and beside it otherwise.
 *
 * @param serving which resources lines serve
 * @param files where the lines stand
 */
record SettingEdits(ServedResources serving, PolicyFiles files) {

  /** What a group of findings has in common. */
  private record Line(Place place, PolicyDraft.Stated stated) {}

  List<FindingEdit> of(List<Finding> findings, List<LeftOut> told) {
    Map<Line, List<Finding>> lines = new LinkedHashMap<>();
    for (Finding finding : findings) {
      FindingRepair.Change<?> change = FindingEdits.change(finding).orElseThrow();
      Line line = new Line(change.statement().origin().place(), stated(change));
      lines.computeIfAbsent(line, one -> new ArrayList<>()).add(finding);
    }
    List<FindingEdit> edits = new ArrayList<>();
    Map<Place, Map<Finding, PolicyDraft.Stated>> groups = new LinkedHashMap<>();
    lines.forEach(
        (line, same) -> {
          Optional<List<String>> path = files.path(line.place());
          if (path.isPresent() && serving.statementAt(line.place()).size() == same.size()) {
            edits.add(inPlace(line, same, path.get()));
          } else if (path.filter(SettingEdits::isOfGroup).isPresent()) {
            Map<Finding, PolicyDraft.Stated> group =
                groups.computeIfAbsent(line.place(), place -> new LinkedHashMap<>());
            same.forEach(finding -> group.put(finding, line.stated()));
          } else {
            edits.addAll(beside(same, line, path.flatMap(SettingEdits::resource), told));
          }
        });
    groups.forEach((place, group) -> edits.add(apart(place, group)));
    return edits;
  }

  private static FindingEdit inPlace(Line line, List<Finding> same, List<String> path) {
    Path file = PolicyFiles.file(line.place()).orElseThrow();
    return new FindingEdit(same, file, path, changes -> changes.expect(path, line.stated()));
  }

  /** Whether a setting that serves several hosts stands under "at". */
  private static boolean isOfGroup(List<String> path) {
    return path.size() == 5 && path.get(2).equals("at");
  }

  private FindingEdit apart(Place place, Map<Finding, PolicyDraft.Stated> group) {
    SortedMap<String, Optional<PolicyDraft.Stated>> hosts = new TreeMap<>();
    serving.statementAt(place).forEach(host -> hosts.put(host, Optional.empty()));
    group.forEach(
        (finding, stated) -> hosts.put(finding.subject().address().host(), Optional.of(stated)));
    Map<Optional<PolicyDraft.Stated>, List<String>> byValue = new LinkedHashMap<>();
    hosts.forEach(
        (host, stated) -> byValue.computeIfAbsent(stated, one -> new ArrayList<>()).add(host));
    Map<List<String>, Optional<PolicyDraft.Stated>> together = new LinkedHashMap<>();
    byValue.forEach((stated, some) -> together(some).forEach(names -> together.put(names, stated)));
    List<String> path = files.path(place).orElseThrow();
    return new FindingEdit(
        List.copyOf(group.keySet()),
        PolicyFiles.file(place).orElseThrow(),
        path,
        changes -> changes.apart(path, together));
  }

  private static <T> PolicyDraft.Stated stated(FindingRepair.Change<T> change) {
    return SeenResource.stated(change.statement().property(), change.reading().seen());
  }

  /** The resource in whose entry a setting stands; a template is none. */
  private static Optional<List<String>> resource(List<String> path) {
    return path.get(0).equals("templates") ? Optional.empty() : Optional.of(path.subList(0, 2));
  }

  /** Few hosts one by one, and many as one. */
  private static List<List<String>> together(List<String> hosts) {
    return hosts.size() > AdoptedGroup.MOST_ALONE
        ? List.of(List.copyOf(hosts))
        : hosts.stream().map(List::of).toList();
  }

  /**
   * An entry beside whose setting another value is stated.
   *
   * @param file where it stands
   * @param keys that lead to it
   * @param alone whether it serves one resource
   */
  private record Owner(Path file, List<String> keys, boolean alone) {}

  private List<FindingEdit> beside(
      List<Finding> same, Line line, Optional<List<String>> resource, List<LeftOut> told) {
    Map<Owner, Map<String, Finding>> owners = new LinkedHashMap<>();
    for (Finding finding : same) {
      Optional<Owner> owner = owner(finding, line, resource);
      if (owner.isPresent()) {
        owners
            .computeIfAbsent(owner.get(), one -> new TreeMap<>())
            .put(finding.subject().address().host(), finding);
      } else {
        told.add(new LeftOut(finding, "its entry could not be found in the file"));
      }
    }
    List<FindingEdit> edits = new ArrayList<>();
    owners.forEach(
        (owner, findings) ->
            together(List.copyOf(findings.keySet()))
                .forEach(
                    hosts ->
                        edits.add(
                            beside(
                                hosts.stream().map(findings::get).toList(), line, owner, hosts))));
    return edits;
  }

  private Optional<Owner> owner(Finding finding, Line line, Optional<List<String>> resource) {
    Desired desired = serving.of(finding.subject().address());
    Place entry = desired.origin().place();
    Place there = resource.isPresent() ? line.place() : entry;
    boolean alone = resource.isEmpty() && serving.ofEntry(entry).size() == 1;
    return PolicyFiles.file(there)
        .flatMap(
            file -> resource.or(() -> files.path(entry)).map(keys -> new Owner(file, keys, alone)));
  }

  private static FindingEdit beside(
      List<Finding> same, Line line, Owner owner, List<String> hosts) {
    List<String> keys = owner.keys();
    String setting = same.get(0).subject().settingName();
    List<String> more =
        owner.alone()
            ? List.of(setting)
            : List.of(PolicyChanges.AT, AdoptedGroup.key(hosts), setting);
    return new FindingEdit(
        same,
        owner.file(),
        Stream.concat(keys.stream(), more.stream()).toList(),
        changes ->
            owner.alone()
                ? changes.state(keys, setting, line.stated())
                : changes.stateAt(keys, hosts, setting, line.stated()));
  }
}
