package org.relaycheck.policy.read;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What names a file of a policy.
 *
 * @param shown as people see it in messages
 * @param path where it is; empty for a preset
 */
public record FileReference(String shown, Optional<Path> path) {

  static final String PRESET = "preset:";

  /** A file that a user named; if the path is relative, then it begins in the folder. */
  public static FileReference named(Path folder, Path path) {
    return new FileReference(path.toString(), Optional.of(folder.resolve(path)));
  }

  /** What an include of this file names; empty if it cannot name a file. */
  Optional<FileReference> included(String text) {
    if (text.startsWith(PRESET)) {
      return Optional.of(new FileReference(text, Optional.empty()));
    }
    try {
      Path name = Path.of(shown).resolveSibling(text).normalize();
      return path.map(file -> file.resolveSibling(text).normalize())
          .map(file -> new FileReference(name.toString(), Optional.of(file)));
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  String presetName() {
    return shown.substring(PRESET.length());
  }

  /** The same for two references to one file. */
  String key() {
    return path.map(file -> file.toAbsolutePath().normalize().toString()).orElse(shown);
  }
}
