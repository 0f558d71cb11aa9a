package org.relaycheck.recorded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.relaycheck.live.Answer;

/** The writer of our own records: the same answer is always the same bytes. */
public final class RecordWriter {

  private RecordWriter() {}

  /**
   * Writes an answer under another name beside the file and then moves it there, so that nobody
   * ever reads half of it. Law: what is read back is the answer, sorted, with the host as the
   * server of whatever names none.
   *
   * @param host the server's own name
   * @throws IOException if it cannot be written, or if a name in it is one that XML cannot hold
   */
  public static void write(Path file, String host, Answer answer) throws IOException {
    String xml = new RecordMarkup(host).of(answer);
    Path whole = file.toAbsolutePath();
    Path folder = Files.createDirectories(whole.resolveSibling(".").normalize());
    Path part = folder.resolve("." + whole.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      Files.writeString(part, xml, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
