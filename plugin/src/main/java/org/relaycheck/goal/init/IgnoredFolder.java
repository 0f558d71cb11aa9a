package org.relaycheck.goal.init;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * The folder that runs write to, which git is to leave out.
 *
 * @param root the folder in which people run git
 * @param output where reports and scripts are written
 */
public record IgnoredFolder(Path root, Path output) {

  /** In {@code .gitignore}; what stands there stays as it is, to the byte. */
  void ignore() throws IOException {
    Path from = root.toAbsolutePath().normalize();
    Path to = output.toAbsolutePath().normalize();
    if (!to.startsWith(from) || to.equals(from)) {
      return;
    }
    String name = from.relativize(to).getName(0).toString();
    Path file = root.resolve(".gitignore");
    // every byte is a character of this charset: what encoding the file has does not matter
    String there = Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
    Set<String> same = Set.of(name, name + "/", "/" + name, "/" + name + "/");
    if (there.lines().map(String::strip).anyMatch(same::contains)) {
      return;
    }
    String end = there.contains("\r\n") ? "\r\n" : "\n";
    boolean open = !there.isEmpty() && !there.endsWith("\n");
    Files.writeString(
        file,
        (open ? end : "") + name + "/" + end,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
