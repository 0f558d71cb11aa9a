package org.relaycheck.standin.tds;

import java.io.IOException;

/** The number of rows that a statement changed. */
public record UpdateCount(long rows) implements Reply {
  @Override
  public void writeTo(Answer answer) throws IOException {
    answer.done(Done.updated(rows));
  }
}
