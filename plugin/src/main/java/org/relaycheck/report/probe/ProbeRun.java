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
 * @param failOn from which severity on a refuted result fails a build
 * @param scope what was asked
 * @param stamp who wrote the report, and when
 * @param actions what was done to the servers
 * @param former what a former run measured, by {@link #key}
 */
public record ProbeRun(
    ProbeOutcome proof,
    FailOn failOn,
    CheckRun.Scope scope,
    CheckRun.Stamp stamp,
    Actions actions,
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
  public record Actions(SortedMap<String, Integer> connections, int messages, Optional<String> to) {
    public Actions {
      connections = new TreeMap<>(connections);
    }

    /** Nothing was done. */
    public static Actions none() {
      return new Actions(new TreeMap<>(), 0, Optional.empty());
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

  /** What names an attempt in two runs. */
  static String key(ProbeAttempt attempt) {
    return attempt.connector().key() + " " + attempt.endpoint();
  }

  /** What was measured of it before. */
  Optional<LoadRates> before(ProbeAttempt attempt) {
    return Optional.ofNullable(former.get(key(attempt)));
  }
}
