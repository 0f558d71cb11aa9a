package org.relaycheck.report.probe;

import java.util.ArrayList;
import java.util.List;
import org.relaycheck.compare.Outcome;
import org.relaycheck.probe.ProbeOutcome;
import org.relaycheck.report.NextStepLines;
import org.relaycheck.report.NoPolicyYet;
import org.relaycheck.report.RunSummary;

/**
 * A probe in one sentence, and what to do next.
 *
 * @param headline outcome, counts, what was called
 * @param next what to do
 */
public record ProbeSummary(String headline, NextStepLines next) {

  public static ProbeSummary of(ProbeRun run) {
    Outcome outcome = run.outcome();
    ProbeOutcome proof = run.proof();
    String counts = outcome == Outcome.ERROR ? NoPolicyYet.counts(proof.problems()) : counts(proof);
    return new ProbeSummary(outcome.word() + ": " + counts, next(run, outcome));
  }

  private static String counts(ProbeOutcome proof) {
    List<String> words = new ArrayList<>();
    add(words, proof.refuted(), "refuted");
    add(words, proof.inconclusive(), "inconclusive");
    add(words, proof.proved(), "proved");
    String what = words.isEmpty() ? "nothing was tried" : String.join(", ", words);
    return what + "; " + RunSummary.number(proof.attempts().size(), "connector") + " tested";
  }

  private static void add(List<String> words, int number, String word) {
    if (number > 0) {
      words.add(number + " " + word);
    }
  }

  private static NextStepLines next(ProbeRun run, Outcome outcome) {
    if (outcome == Outcome.UNCLEAR && run.proof().attempts().isEmpty()) {
      return NextStepLines.of(
          "The policy names no receive connector on a host that was asked; name one, as in"
              + " receiveConnectors: {SQL Relay: {hosts: EX01}}");
    }
    return switch (outcome) {
      case ERROR -> NoPolicyYet.next(run.proof().problems());
      case UNCLEAR -> NextStepLines.of("Do what each line marked ? says, then probe again");
      case DRIFT ->
          NextStepLines.of(
              "See what the servers have:",
              "  mvn relay:check",
              "then write the scripts that fix it:",
              "  mvn relay:remediate");
      case PARTIAL -> NextStepLines.of("Not every host was asked (relay.hosts or maintenance)");
      case CLEAN -> new NextStepLines(List.of());
    };
  }

  /** What an exception says. */
  public String message() {
    return headline + next.message();
  }
}
