package org.relaycheck.goal.init;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Files that are made together, each where nothing was; none has its name before all are whole. */
final class NewFiles {

  private final Map<Path, String> texts = new LinkedHashMap<>();

  /** Those that are there, also as a folder or as a link to nothing. */
  static List<Path> there(List<Path> files) {
    return files.stream().filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS)).toList();
  }

  void put(Path file, String text) {
    texts.put(file, text);
  }

  List<Path> paths() {
    return List.copyOf(texts.keySet());
  }

  void write() throws IOException {
    Map<Path, Path> parts = new LinkedHashMap<>();
    try {
      for (Map.Entry<Path, String> entry : texts.entrySet()) {
        Path file = entry.getKey().toAbsolutePath();
        Files.createDirectories(file.resolveSibling(""));
        Path part = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
        parts.put(part, file);
        Files.writeString(part, entry.getValue(), StandardOpenOption.CREATE_NEW);
      }
      for (Map.Entry<Path, Path> entry : parts.entrySet()) {
        Files.move(entry.getKey(), entry.getValue()); // replaces nothing that came meanwhile
      }
    } finally {
      for (Path part : parts.keySet()) {
        Files.deleteIfExists(part);
      }
    }
  }
}
