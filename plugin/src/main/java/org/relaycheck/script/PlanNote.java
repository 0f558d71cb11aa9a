package org.relaycheck.script;

import java.util.List;

/**
 * What to know before scripts run, for all hosts that it is true of.
 *
 * @param topic what kind of thing it is
 * @param about the resource; empty for a script as a whole
 * @param text a sentence
 * @param hosts their keys, sorted
 */
public record PlanNote(Topic topic, String about, String text, List<String> hosts) {

  public PlanNote {
    hosts = List.copyOf(hosts);
  }

  /** What a note is about. */
  public enum Topic {
    /** What stops, and for how long. */
    OUTAGE,
    /** What a change means. */
    CAUTION,
    /** What no rollback brings back. */
    LASTING
  }
}
