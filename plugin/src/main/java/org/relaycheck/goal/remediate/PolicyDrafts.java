package org.relaycheck.goal.remediate;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.relaycheck.yaml.ChangedText;

/**
 * Policy files as they would be after some edits.
 *
 * @param changed by absolute path, those that differ, without byte order mark
 * @param refused the edits for which the files have no place; others of the same file may lack
 */
record PolicyDrafts(Map<Path, ChangedText> changed, Set<FindingEdit> refused) {

  PolicyDrafts {
    changed = Map.copyOf(changed);
    refused = new LinkedHashSet<>(refused);
  }

  /** No files. */
  static PolicyDrafts none() {
    return new PolicyDrafts(Map.of(), Set.of());
  }

  /** Whether no file differs. */
  boolean isEmpty() {
    return changed.values().stream().allMatch(text -> text.changes().isEmpty());
  }

  /** Their texts. */
  Map<Path, String> texts() {
    Map<Path, String> texts = new HashMap<>();
    changed.forEach((file, text) -> texts.put(file, text.after()));
    return texts;
  }
}
