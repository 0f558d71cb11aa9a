package org.relaycheck.explain.cause;

import java.util.List;
import org.relaycheck.explain.log.LogEntry;

/**
 * A cause with what speaks for it.
 *
 * @param cause the cause
 * @param judgement what the values that were read say
 * @param evidence the first entries that point at it
 * @param quote what the first of them says
 * @param count how many there are
 * @param where the resources whose settings to look at, as {@code HOST\\Name}
 */
public record RankedCause(
    Cause cause,
    CauseJudgement judgement,
    List<LogEntry> evidence,
    String quote,
    long count,
    List<String> where) {

  public RankedCause {
    evidence = List.copyOf(evidence);
    where = List.copyOf(where);
  }
}
