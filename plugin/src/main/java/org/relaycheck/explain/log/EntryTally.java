package org.relaycheck.explain.log;

import java.util.ArrayList;
import java.util.List;

/** Entries of one sort: how many there are, and the first of them. */
public final class EntryTally {

  /** As many as a reader looks up. */
  private static final int KEPT = 5;

  private final List<LogEntry> first = new ArrayList<>();
  private long count;

  void add(LogEntry entry) {
    count++;
    if (first.size() < KEPT) {
      first.add(entry);
    }
  }

  /** How many there are. */
  public long count() {
    return count;
  }

  /** The first of them, at most five. */
  public List<LogEntry> first() {
    return List.copyOf(first);
  }
}
