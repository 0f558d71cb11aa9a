package org.relaycheck.live;

import java.nio.file.Path;

/** Through what a host is asked. */
public sealed interface Way {

  /** A file that holds an answer. */
  record Recorded(Path file) implements Way {}
}
