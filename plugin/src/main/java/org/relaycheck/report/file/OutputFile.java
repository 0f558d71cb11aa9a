package org.relaycheck.report.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.relaycheck.report.OutputFolder;

/** A file of ours, which is there as a whole or not at all. */
public final class OutputFile {

  private static final String PART = ".part";
  private static final Pattern LEFT =
      Pattern.compile("\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.part$");

  private final Path file;

  public OutputFile(Path file) {
    this.file = file;
  }

  /** Deletes it, and what an interrupted run left of it; a folder of that name stays. */
  public void delete() {
    try {
      if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
        Files.deleteIfExists(file);
      }
      deleteParts();
    } catch (IOException failed) {
      throw OutputException.of(file, failed);
    }
  }

  /** Deletes what interrupted runs left in a folder, which is looked through but once. */
  public static void sweep(Path folder) {
    try (DirectoryStream<Path> parts =
        Files.newDirectoryStream(folder, one -> LEFT.matcher(one.toString()).find())) {
      for (Path part : parts) {
        if (!Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS)) {
          Files.deleteIfExists(part);
        }
      }
    } catch (IOException failed) {
      throw OutputException.of(folder, failed);
    }
  }

  private void deleteParts() throws IOException {
    Path folder = file.toAbsolutePath().resolveSibling("");
    if (!Files.isDirectory(folder)) {
      return;
    }
    String name = file.getFileName() + ".";
    try (DirectoryStream<Path> parts =
        Files.newDirectoryStream(folder, one -> part(one.getFileName().toString(), name))) {
      for (Path part : parts) {
        if (!Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS)) {
          Files.deleteIfExists(part);
        }
      }
    }
  }

  private static boolean part(String candidate, String name) {
    return candidate.startsWith(name) && candidate.endsWith(PART);
  }

  /**
   * Writes all of it.
   *
   * @param rights of a file that is made
   */
  public void write(OutputFolder.Content content, FileAttribute<?>[] rights) {
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      throw OutputException.folderInTheWay(file);
    }
    // what is being written: no pattern for reports or scripts finds it, and no other run has it
    Path part = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + PART);
    try {
      fill(part, content, rights);
    } catch (IOException failed) {
      throw OutputException.of(file, failed);
    }
  }

  private void fill(Path part, OutputFolder.Content content, FileAttribute<?>[] rights)
      throws IOException {
    part.toFile().deleteOnExit(); // a run that is told to stop has no time for more
    try {
      try (Writer out = open(part, rights)) {
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
  private static Writer open(Path part, FileAttribute<?>[] rights) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(
            Channels.newOutputStream(
                Files.newByteChannel(
                    part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), rights)),
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
