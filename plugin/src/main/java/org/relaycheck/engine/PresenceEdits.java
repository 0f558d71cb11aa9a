package org.relaycheck.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.relaycheck.drift.Finding;
import org.relaycheck.drift.Verdict;
import org.relaycheck.policy.PolicyText;
import org.relaycheck.state.Desired;
import org.relaycheck.state.HostState;
import org.relaycheck.state.Place;

/**
 * The edits for resources that are missing, or there against the policy.
 *
 * @param serving which resources entries serve
 * @param hosts what became of asking each host
 */
record PresenceEdits(Serving serving, SortedMap<String, HostState> hosts) {

  List<Edit> of(List<Finding> findings, List<String> told) {
    Map<Place, List<Finding>> entries = new LinkedHashMap<>();
    for (Finding finding : findings) {
      Place place = serving.of(finding.subject().address()).origin().place();
      entries.computeIfAbsent(place, one -> new ArrayList<>()).add(finding);
    }
    List<Edit> edits = new ArrayList<>();
    entries.forEach(
        (place, same) -> {
          Optional<Path> file = Drafts.file(place);
          Optional<List<String>> path = file.flatMap(there -> Drafts.text(there).path(place));
          if (path.isPresent()) {
            edits.add(new Edit(same, file.get(), text -> change(text, path.get(), place, same)));
          } else {
            same.forEach(
                one -> told.add(Edits.told(one, "its entry could not be found in the file")));
          }
        });
    return edits;
  }

  private Optional<PolicyText> change(
      PolicyText text, List<String> path, Place place, List<Finding> same) {
    List<Desired> all = serving.ofEntry(place);
    if (all.size() == same.size()) {
      return same.get(0).verdict() == Verdict.MISSING
          ? text.without(path, "there is none on " + String.join(", ", names(same)) + ":")
          : text.present(path);
    }
    List<String> staying = new ArrayList<>();
    for (Desired desired : all) {
      String host = desired.selector().host();
      if (!names(same).contains(host) && mayHold(desired)) {
        staying.add(host);
      }
    }
    PolicyText without = text;
    for (String host : names(same)) {
      without = without.notAt(path, host);
    }
    return without.on(path, staying);
  }

  private static List<String> names(List<Finding> findings) {
    return findings.stream().map(one -> one.subject().address().host()).toList();
  }

  /** Under "all" there may be hosts that have no such kind; nobody names those. */
  private boolean mayHold(Desired desired) {
    return !(desired.selector().everywhere()
        && hosts.get(desired.selector().host()) instanceof HostState.Read read
        && !read.kinds().containsKey(desired.selector().kind()));
  }
}
