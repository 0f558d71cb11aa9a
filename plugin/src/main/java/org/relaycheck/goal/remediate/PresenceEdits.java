package org.relaycheck.goal.remediate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.Verdict;
import org.relaycheck.policy.edit.PolicyChanges;
import org.relaycheck.state.Desired;
import org.relaycheck.state.HostState;
import org.relaycheck.state.Place;

/**
 * The edits for resources that are missing, or there against the policy.
 *
 * @param serving which resources entries serve
 * @param files where the entries stand
 * @param hosts what became of asking each host
 */
record PresenceEdits(
    ServedResources serving, PolicyFiles files, SortedMap<String, HostState> hosts) {

  List<FindingEdit> of(List<Finding> findings, List<LeftOut> told) {
    Map<Place, List<Finding>> entries = new LinkedHashMap<>();
    for (Finding finding : findings) {
      Place place = serving.of(finding.subject().address()).origin().place();
      entries.computeIfAbsent(place, one -> new ArrayList<>()).add(finding);
    }
    List<FindingEdit> edits = new ArrayList<>();
    entries.forEach(
        (place, same) -> {
          Optional<Path> file = PolicyFiles.file(place);
          Optional<List<String>> path = files.path(place);
          if (path.isPresent() && file.isPresent()) {
            edits.add(
                new FindingEdit(
                    same,
                    file.get(),
                    path.get(),
                    changes -> change(changes, path.get(), place, same)));
          } else {
            same.forEach(
                one -> told.add(new LeftOut(one, "its entry could not be found in the file")));
          }
        });
    return edits;
  }

  private boolean change(
      PolicyChanges changes, List<String> path, Place place, List<Finding> same) {
    List<Desired> all = serving.ofEntry(place);
    Set<String> names = new LinkedHashSet<>();
    same.forEach(finding -> names.add(finding.subject().address().host()));
    if (all.size() == same.size()) {
      return same.get(0).verdict() == Verdict.MISSING
          ? changes.takeOut(path, "there is none on " + String.join(", ", names) + ":")
          : changes.makePresent(path);
    }
    List<String> staying = new ArrayList<>();
    for (Desired desired : all) {
      String host = desired.selector().host();
      if (!names.contains(host) && mayHold(desired)) {
        staying.add(host);
      }
    }
    names.forEach(host -> changes.leaveOut(path, host));
    return changes.setHosts(path, staying);
  }

  /** Under "all" there may be hosts that have no such kind; nobody names those. */
  private boolean mayHold(Desired desired) {
    return !(desired.selector().everywhere()
        && hosts.get(desired.selector().host()) instanceof HostState.Read read
        && !read.kinds().containsKey(desired.selector().kind()));
  }
}
