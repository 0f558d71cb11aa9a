package org.relaycheck.engine;

import java.io.IOException;
import java.nio.file.Path;
import org.relaycheck.live.Answer;

/** A port to what keeps an answer in a file. */
public interface Recorder {

  /** Writes all of it or nothing. */
  void write(Path file, String server, Answer answer) throws IOException;
}
