package org.relaycheck.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A port to records: the form in which an answer is kept in a file. */
public interface RecordStore {

  /**
   * An answer as a record.
   *
   * @param server the server's own name
   * @throws IOException if a name in it is one that a record cannot hold
   */
  String text(String server, Answer answer) throws IOException;

  /**
   * What a record holds; empty if the file is none, or none that is whole.
   *
   * @throws IOException if it cannot be read
   */
  Optional<Answer> read(Path file) throws IOException;
}
