package org.relaycheck.standin.tds;

import java.io.IOException;

/** One thing that a server sends, or fails to send, in answer to a request. */
public sealed interface Reply permits Rows, UpdateCount, Failure, Notice, Fault {
  void writeTo(Answer answer) throws IOException;
}
