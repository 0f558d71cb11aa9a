package org.relaycheck.engine;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.policy.ChangedText;
import org.relaycheck.policy.PolicyText;
import org.relaycheck.state.Place;

/** Places of files some of which are drafts, and the entries in which they lie. */
final class Places {

  private final PolicyFiles files;
  private final Drafts drafts;
  private final Map<Path, PolicyText> parsed = new HashMap<>();

  Places(PolicyFiles files, Drafts drafts) {
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
