package org.relaycheck.report.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Outcome;
import org.relaycheck.probe.ProbeAttempt;
import org.relaycheck.probe.ProbeOutcome;
import org.relaycheck.report.CheckRun;

/**
 * Everything that a report tells of one probe.
 *
 * @param proof what came of it
 * @param failOn from which severity on a refuted point fails a build
 * @param scope what was asked
 * @param stamp who wrote the report, and when
 * @param deeds what was done to the servers
 * @param former what a former run measured, by {@link #key}
 */
public record ProbeRun(
    ProbeOutcome proof,
    FailOn failOn,
    CheckRun.Scope scope,
    CheckRun.Stamp stamp,
    Deeds deeds,
    SortedMap<String, LoadRates> former) {

  public ProbeRun {
    former = new TreeMap<>(former);
  }

  /**
   * What was done to servers.
   *
   * @param connections how many were opened, by place
   * @param messages how many were sent
   * @param to to whom; empty if none were to be sent
   */
  public record Deeds(SortedMap<String, Integer> connections, int messages, Optional<String> to) {
    public Deeds {
      connections = new TreeMap<>(connections);
    }

    /** Nothing was done. */
    public static Deeds none() {
      return new Deeds(new TreeMap<>(), 0, Optional.empty());
    }

    /** In words, a line each. */
    List<String> lines() {
      List<String> lines = new ArrayList<>();
      connections.forEach(
          (place, number) ->
              lines.add(number + (number == 1 ? " connection to " : " connections to ") + place));
      to.ifPresent(
          address ->
              lines.add(messages + (messages == 1 ? " message to " : " messages to ") + address));
      return lines;
    }
  }

  /** What it came to. */
  public Outcome outcome() {
    return proof.outcome(failOn);
  }

  /** What names a trial in two runs. */
  static String key(ProbeAttempt trial) {
    return trial.connector().key() + " " + trial.endpoint();
  }

  /** What was measured of it before. */
  Optional<LoadRates> before(ProbeAttempt trial) {
    return Optional.ofNullable(former.get(key(trial)));
  }
}
