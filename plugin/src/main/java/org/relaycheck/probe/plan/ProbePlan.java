package org.relaycheck.probe.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What to try beyond two short sessions.
 *
 * @param connections how many to hold at the most; 0 for none
 * @param sendTo to whom messages are sent; empty for nobody
 * @param messages how many
 * @param mark of the run, in every message
 * @param now the run's moment
 * @param prompt within which a server acknowledges that holds nothing back
 */
public record ProbePlan(
    int connections,
    Optional<String> sendTo,
    int messages,
    String mark,
    Instant now,
    Duration prompt) {

  /** A server that holds nothing back acknowledges sooner than this, wherever it stands. */
  public static final Duration PROMPT = Duration.ofMillis(500);
}
