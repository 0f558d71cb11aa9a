package org.relaycheck.report.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.relaycheck.report.OutputFolder;

/**
 * The right to write to an output folder, which one run has at a time. The system takes it from a
 * run that is killed.
 */
public final class OutputLock implements AutoCloseable {

  private static final String NAME = ".relay.lock";

  /** Far behind the text, which Windows would keep others from reading. */
  private static final long POSITION = 1 << 20;

  private static final String OWN = " (process " + ProcessHandle.current().pid() + ")";

  private final Path file;
  private final FileChannel channel;

  private OutputLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes it, and makes the folder.
   *
   * @throws OutputException if another run has it, or the folder cannot be written to
   */
  public static OutputLock of(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      OutputFolder.create(folder);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      Optional<String> other = other(file, channel);
      if (other.isPresent()) {
        channel.close();
        throw OutputException.busy(folder, other.get());
      }
      if (!Files.exists(file)) {
        channel.close(); // whoever had it deleted the file meanwhile
        return of(folder);
      }
      channel.truncate(0).write(ByteBuffer.wrap(OWN.getBytes(StandardCharsets.UTF_8)));
      return new OutputLock(file, channel);
    } catch (IOException failed) {
      throw OutputException.of(folder, failed);
    }
  }

  /** Takes it, or tells who has it; to read the file would give up what this process itself has. */
  private static Optional<String> other(Path file, FileChannel channel) throws IOException {
    try {
      return channel.tryLock(POSITION, 1, false) == null
          ? Optional.of(Files.readString(file))
          : Optional.empty();
    } catch (OverlappingFileLockException sameProcess) {
      return Optional.of(OWN);
    }
  }

  /** Leaves nothing behind. */
  @Override
  public void close() {
    try (channel) {
      Files.deleteIfExists(file);
    } catch (IOException kept) {
      // an empty file stays, which the next run takes
    }
  }
}
