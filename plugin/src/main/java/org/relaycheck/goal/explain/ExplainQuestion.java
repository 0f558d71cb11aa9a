package org.relaycheck.goal.explain;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a user wants explained.
 *
 * @param settings names of settings, each alone or after its kind and a point
 * @param symptom a text that was seen
 * @param log a file of such texts
 * @param since how far back to read the mail logs of the SQL Servers, as the user says it
 */
public record ExplainQuestion(
    List<String> settings, Optional<String> symptom, Optional<Path> log, Optional<String> since) {

  public ExplainQuestion {
    settings = List.copyOf(settings);
  }

  /** Whether a log of some sort is part of it. */
  boolean tells() {
    return symptom.isPresent() || log.isPresent() || since.isPresent();
  }
}
