package org.relaycheck.goal.remediate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.relaycheck.policy.edit.PolicyChanges;
import org.relaycheck.policy.edit.PolicyText;
import org.relaycheck.state.Place;
import org.relaycheck.yaml.ChangedText;

/** The files of a policy that may be edited, each read and parsed once. */
final class PolicyFiles {

  private static final String MARK = "\uFEFF";

  private final Function<Path, String> reader;
  private final Map<Path, String> originals = new HashMap<>();
  private final Map<Path, PolicyText> texts = new HashMap<>();

  /** Files that a reader gives the text of. */
  PolicyFiles(Function<Path, String> reader) {
    this.reader = reader;
  }

  /** What a file holds on disk; nothing if it cannot be read any more. */
  static String onDisk(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException unread) {
      return "";
    }
  }

  /** The file in which something stands; a preset is none. */
  static Optional<Path> file(Place place) {
    return place.file().startsWith("preset:")
        ? Optional.empty()
        : Optional.of(Path.of(place.file()).toAbsolutePath().normalize());
  }

  /** The byte order mark that a file begins with, or nothing. */
  String mark(Path file) {
    return original(file).startsWith(MARK) ? MARK : "";
  }

  private String original(Path file) {
    return originals.computeIfAbsent(file, reader);
  }

  private PolicyText text(Path file) {
    return texts.computeIfAbsent(
        file, one -> new PolicyText(original(one).substring(mark(one).length())));
  }

  /** The keys that lead to the entry at a place. */
  Optional<List<String>> path(Place place) {
    return file(place).flatMap(file -> text(file).path(place));
  }

  /** The keys that lead to the entry in which a place lies. */
  Optional<List<String>> around(Place place) {
    return file(place).flatMap(file -> text(file).around(place));
  }

  /** The files with edits. */
  PolicyDrafts with(Collection<FindingEdit> edits) {
    Map<Path, PolicyChanges> changes = new LinkedHashMap<>();
    Set<FindingEdit> refused = new LinkedHashSet<>();
    for (FindingEdit edit : edits) {
      PolicyChanges changed = changes.computeIfAbsent(edit.file(), file -> text(file).changes());
      if (!edit.on(changed)) {
        refused.add(edit);
      }
    }
    Map<Path, ChangedText> changed = new HashMap<>();
    changes.forEach((file, one) -> changed.put(file, one.done()));
    return new PolicyDrafts(changed, refused);
  }
}
