package org.relaycheck.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file of ours, which is there as a whole or not at all. */
final class OutputFile {

  private final Path file;

  /** What is being written; no pattern for reports or scripts finds it. */
  private final Path part;

  OutputFile(Path file) {
    this.file = file;
    this.part = file.resolveSibling(file.getFileName() + ".part");
  }

  /** Deletes it, and what an interrupted run left of it; a folder of that name stays. */
  void delete() {
    try {
      for (Path path : new Path[] {file, part}) {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          Files.deleteIfExists(path);
        }
      }
    } catch (IOException failed) {
      throw OutputException.of(file, failed);
    }
  }

  void write(OutputFolder.Content content) {
    inTheWay(file);
    inTheWay(part);
    try {
      createFolder();
      fill(content);
    } catch (IOException failed) {
      throw OutputException.of(file, failed);
    }
  }

  private static void inTheWay(Path path) {
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      throw OutputException.folderInTheWay(path);
    }
  }

  private void createFolder() throws IOException {
    Path folder = file.toAbsolutePath().resolveSibling("");
    // createDirectories() of Java 17 refuses a link to a folder
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
  }

  private void fill(OutputFolder.Content content) throws IOException {
    try {
      Files.deleteIfExists(part);
      try (Writer out = open()) {
        content.to(out);
      }
      move(part, file);
    } catch (IOException | RuntimeException failed) {
      try {
        Files.deleteIfExists(part);
      } catch (IOException more) {
        failed.addSuppressed(more);
      }
      throw failed;
    }
  }

  /** A new file: an old one could be a link to somewhere else. */
  private Writer open() throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(
            Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            StandardCharsets.UTF_8));
  }

  private static void move(Path part, Path file) throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException other) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
