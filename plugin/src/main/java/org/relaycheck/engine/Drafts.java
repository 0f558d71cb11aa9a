package org.relaycheck.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.relaycheck.policy.PolicyText;
import org.relaycheck.state.Place;

/**
 * Policy files as they would be after some edits.
 *
 * @param changed by absolute path, the texts that differ, without byte order mark
 */
record Drafts(Map<Path, String> changed) {

  private static final String MARK = "\uFEFF";

  Drafts {
    changed = Map.copyOf(changed);
  }

  /** The file in which something stands; a preset is none. */
  static Optional<Path> file(Place place) {
    return place.file().startsWith("preset:")
        ? Optional.empty()
        : Optional.of(Path.of(place.file()).toAbsolutePath().normalize());
  }

  /** What a file holds on disk; nothing if it cannot be read any more. */
  static String original(Path file) {
    try {
      return java.nio.file.Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException unread) {
      return "";
    }
  }

  /** The same without byte order mark. */
  static PolicyText text(Path file) {
    String original = original(file);
    return new PolicyText(marked(original) ? original.substring(1) : original);
  }

  static boolean marked(String text) {
    return text.startsWith(MARK);
  }

  /** With an edit of a file; empty if the text has no place for it. */
  Optional<Drafts> with(Path file, Function<PolicyText, Optional<PolicyText>> edit) {
    String before = changed.get(file);
    return edit.apply(before == null ? text(file) : new PolicyText(before))
        .map(
            after -> {
              Map<Path, String> all = new HashMap<>(changed);
              all.put(file, after.text());
              return new Drafts(all);
            });
  }
}
