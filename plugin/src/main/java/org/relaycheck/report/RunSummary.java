package org.relaycheck.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relaycheck.compare.ComparisonResult;
import org.relaycheck.compare.Outcome;
import org.relaycheck.compare.Verdict;
import org.relaycheck.state.HostState;

/**
 * A run in one sentence, and what to do next.
 *
 * @param outcome what it came to
 * @param counts findings by verdict, in words
 * @param hosts how many were read, and how old their answers are
 * @param next the next command; empty if nothing is to be done
 */
public record RunSummary(Outcome outcome, String counts, String hosts, Optional<String> next) {

  /** What a reader has to act on comes first. */
  private static final List<Verdict> ORDER =
      List.of(
          Verdict.UNCLEAR,
          Verdict.MISSING,
          Verdict.DRIFTED,
          Verdict.UNEXPECTED,
          Verdict.BROKEN,
          Verdict.WAIVED,
          Verdict.NOT_APPLICABLE,
          Verdict.IN_SYNC);

  public static RunSummary of(CheckRun run) {
    String counts = run.outcome() == Outcome.ERROR ? problems(run.drift()) : counts(run.drift());
    return new RunSummary(run.outcome(), counts, hosts(run), next(run));
  }

  /** Outcome, counts, hosts and "as of", on one line. */
  public String headline() {
    return outcome.word() + ": " + counts + "; " + hosts;
  }

  /** The headline and the next command: what an exception says. */
  public String message() {
    return headline() + next.map(text -> "\n" + text).orElse("");
  }

  private static String problems(ComparisonResult drift) {
    return NoPolicyYet.counts(drift.coverage().notes());
  }

  /** A number with its noun. */
  public static String number(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static String counts(ComparisonResult drift) {
    String words =
        ORDER.stream()
            .filter(verdict -> drift.count(verdict) > 0)
            .map(verdict -> drift.count(verdict) + " " + VerdictMark.of(verdict).words())
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "nothing was compared" : words;
  }

  private static String hosts(CheckRun run) {
    List<HostState.Read> read = read(run);
    long skipped =
        run.hosts().values().stream().filter(HostState.Skipped.class::isInstance).count();
    String notAsked = skipped == 0 ? "" : ", " + skipped + " not asked";
    int all = run.hosts().size();
    String noun = all == 1 ? " host read" : " hosts read";
    return all == 0
        ? "no host was asked"
        : read.size() + " of " + all + noun + asOf(read) + notAsked;
  }

  private static List<HostState.Read> read(CheckRun run) {
    return run.hosts().values().stream()
        .filter(HostState.Read.class::isInstance)
        .map(HostState.Read.class::cast)
        .toList();
  }

  private static String asOf(List<HostState.Read> read) {
    List<Instant> times =
        read.stream()
            .flatMap(answer -> answer.at().stream())
            .map(time -> time.truncatedTo(ChronoUnit.SECONDS))
            .sorted()
            .toList();
    int timeless = read.size() - times.size();
    String undated =
        timeless == 0
            ? ""
            : " ("
                + number(timeless, "record")
                + (timeless == 1 ? " does not say when it was" : " do not say when they were")
                + " made)";
    if (times.isEmpty()) {
      return undated;
    }
    Instant oldest = times.get(0);
    Instant newest = times.get(times.size() - 1);
    return ", as of " + oldest + (oldest.equals(newest) ? "" : " to " + newest) + undated;
  }

  /** Whether there is nothing that a script could fix. */
  private static boolean onlyRules(ComparisonResult drift) {
    return Stream.of(Verdict.MISSING, Verdict.DRIFTED, Verdict.UNEXPECTED)
        .allMatch(verdict -> drift.count(verdict) == 0);
  }

  /** Whether what was found is only there and not named: what is right, no script could know. */
  private static boolean onlyUnlisted(ComparisonResult drift) {
    return drift.count(Verdict.MISSING) == 0
        && drift.count(Verdict.DRIFTED) == 0
        && drift.findings().stream()
            .filter(finding -> finding.verdict() == Verdict.UNEXPECTED)
            .allMatch(finding -> finding.difference().repair().isEmpty());
  }

  private static String afterDrift(ComparisonResult drift) {
    if (onlyRules(drift)) {
      return "Set what each line marked ! asks for, in the policy and on the servers"
          + " (docs/rules.md says why), or accept it: mvn relay:remediate writes waivers";
    }
    return onlyUnlisted(drift)
        ? "Add what was found to the policy or the connections, or accept it: mvn"
            + " relay:remediate writes waivers"
        : "Write the scripts that fix this: mvn relay:remediate - or, if the servers are right,"
            + " change the policy at the places shown";
  }

  private static Optional<String> next(CheckRun run) {
    return switch (run.outcome()) {
      case ERROR -> NoPolicyYet.next(run.drift().coverage().notes());
      case UNCLEAR ->
          Optional.of(
              "Do what each line marked ? says, so that everything can be read; mvn relay:doctor"
                  + " tests every connection");
      case DRIFT -> Optional.of(afterDrift(run.drift()));
      case PARTIAL ->
          Optional.of(
              "Not every host was asked (relay.hosts or maintenance), so nothing is known of the"
                  + " others; ask all: mvn relay:check");
      case CLEAN -> Optional.empty();
    };
  }
}
