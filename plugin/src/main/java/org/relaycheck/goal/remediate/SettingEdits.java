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

  List<FindingEdit> of(List<Finding> findings, List<String> told) {
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
            same.forEach(
                finding ->
                    beside(finding, line, path.flatMap(SettingEdits::resource), told)
                        .ifPresent(edits::add));
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
    List<String> path = files.path(place).orElseThrow();
    return new FindingEdit(
        List.copyOf(group.keySet()),
        PolicyFiles.file(place).orElseThrow(),
        path,
        changes -> changes.apart(path, hosts));
  }

  private static <T> PolicyDraft.Stated stated(FindingRepair.Change<T> change) {
    return SeenResource.stated(change.statement().property(), change.reading().seen());
  }

  /** The resource in whose entry a setting stands; a template is none. */
  private static Optional<List<String>> resource(List<String> path) {
    return path.get(0).equals("templates") ? Optional.empty() : Optional.of(path.subList(0, 2));
  }

  private Optional<FindingEdit> beside(
      Finding finding, Line line, Optional<List<String>> resource, List<String> told) {
    Desired desired = serving.of(finding.subject().address());
    Place entry = desired.origin().place();
    Place there = resource.isPresent() ? line.place() : entry;
    Optional<Path> file = PolicyFiles.file(there);
    Optional<List<String>> owner = resource.or(() -> files.path(entry));
    if (owner.isEmpty() || file.isEmpty()) {
      told.add(FindingEdits.told(finding, "its entry could not be found in the file"));
      return Optional.empty();
    }
    List<String> keys = owner.get();
    String setting = finding.subject().settingName();
    String host = finding.subject().address().host();
    boolean alone = resource.isEmpty() && serving.ofEntry(entry).size() == 1;
    List<String> more = alone ? List.of(setting) : List.of("at", host, setting);
    List<String> touched = Stream.concat(keys.stream(), more.stream()).toList();
    return Optional.of(
        new FindingEdit(
            List.of(finding),
            file.get(),
            touched,
            changes ->
                alone
                    ? changes.state(keys, setting, line.stated())
                    : changes.stateAt(keys, host, setting, line.stated())));
  }
}
