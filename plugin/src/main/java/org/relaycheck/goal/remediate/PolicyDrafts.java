package org.relaycheck.engine;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.relaycheck.policy.ChangedText;

/**
 * Policy files as they would be after some edits.
 *
 * @param changed by absolute path, those that differ, without byte order mark
 * @param refused the edits for which the files have no place; others of the same file may lack
 */
record Drafts(Map<Path, ChangedText> changed, Set<Edit> refused) {

  Drafts {
    changed = Map.copyOf(changed);
    refused = new LinkedHashSet<>(refused);
  }

  /** No files. */
  static Drafts none() {
    return new Drafts(Map.of(), Set.of());
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
