package org.relaycheck.goal.remediate;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.policy.edit.PolicyText;
import org.relaycheck.state.Place;
import org.relaycheck.yaml.ChangedText;

/** Places of files some of which are drafts, and the entries in which they lie. */
final class DraftPlaces {

  private final PolicyFiles files;
  private final PolicyDrafts drafts;
  private final Map<Path, PolicyText> parsed = new HashMap<>();

  DraftPlaces(PolicyFiles files, PolicyDrafts drafts) {
    this.files = files;
    this.drafts = drafts;
  }

  /** The keys that lead to the entry in which a place lies. */
  Optional<List<String>> around(Place place) {
    Optional<Path> file = PolicyFiles.file(place);
    Optional<ChangedText> draft = file.map(drafts.changed()::get);
    return draft.isEmpty()
        ? files.around(place)
        : parsed
            .computeIfAbsent(file.get(), one -> new PolicyText(draft.get().after()))
            .around(place);
  }
}
