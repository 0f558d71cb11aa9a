package org.relaycheck.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.relaycheck.compare.ComparisonResult;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.Outcome;
import org.relaycheck.compare.Verdict;
import org.relaycheck.state.HostState;

/**
 * A run in one sentence, and what to do next.
 *
 * @param outcome what it came to, with the number of warnings if it fails nothing
 * @param counts findings by verdict, in words
 * @param hosts how many were read, and how old their answers are
 * @param change what the change of the policy does, if that was asked
 * @param next what to do
 */
public record RunSummary(
    String outcome, String counts, String hosts, Optional<String> change, NextStepLines next) {

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
    Optional<String> change = run.change().map(made -> new ChangeText(made).line());
    return new RunSummary(
        run.outcome().word() + warnings(run), counts, hosts(run), change, FindingSteps.of(run));
  }

  /** Outcome, counts, hosts and "as of", on one line. */
  public String headline() {
    return outcome + ": " + counts + "; " + hosts;
  }

  /** The headline and the next command: what an exception says. */
  public String message() {
    return headline() + change.map("\n"::concat).orElse("") + next.message();
  }

  private static String problems(ComparisonResult drift) {
    return NoPolicyYet.counts(drift.coverage().notes());
  }

  /** A number with its noun. */
  public static String number(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** What does not fail the build, but is not as it should be. */
  private static String warnings(CheckRun run) {
    if (run.outcome() != Outcome.CLEAN && run.outcome() != Outcome.PARTIAL) {
      return "";
    }
    List<Finding> open = FindingSteps.open(run);
    long known =
        open.stream().filter(one -> one.severity().reaches(run.failOn().threshold())).count();
    int warnings = open.size() - (int) known;
    return (known > 0 ? ", " + known + " known" : "")
        + (warnings > 0 ? ", " + number(warnings, "warning") : "");
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
}
