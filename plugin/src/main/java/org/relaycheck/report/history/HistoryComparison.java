package org.relaycheck.report.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.Verdict;
import org.relaycheck.report.CheckRun;
import org.relaycheck.report.json.FindingId;
import org.relaycheck.state.Severity;

/**
 * A run beside the runs before it.
 *
 * @param folder where these are, as the user named it
 * @param before when the last of them was; empty if there is none
 * @param standings how each open finding of the run stands to them, by its id
 * @param kept what the run leaves to the next: its open findings, and what it could not judge again
 * @param resolved what the last run found, and this one does not, although it could have
 * @param warnings what is to be told of the history itself
 */
public record HistoryComparison(
    String folder,
    Optional<Instant> before,
    Map<String, Standing> standings,
    List<HistoryEntry> kept,
    List<HistoryEntry> resolved,
    List<String> warnings) {

  /**
   * How a finding stands to earlier runs.
   *
   * @param since the run from which on it was found in each
   */
  public record Standing(FindingStatus status, Instant since) {}

  public HistoryComparison {
    standings = Map.copyOf(standings);
    kept = List.copyOf(kept);
    resolved = List.copyOf(resolved);
    warnings = List.copyOf(warnings);
  }

  /**
   * Compares a run with the runs before it.
   *
   * @param lines of these, the oldest first
   */
  static HistoryComparison of(
      CheckRun run, String folder, List<HistoryLine> lines, List<String> warnings) {
    Map<String, HistoryEntry> last = new LinkedHashMap<>();
    Set<String> former = new HashSet<>();
    for (HistoryLine line : lines) {
      last.clear();
      line.findings().forEach(entry -> last.put(entry.id(), entry));
      line.findings().stream()
          .filter(entry -> !entry.unclear())
          .forEach(entry -> former.add(entry.id()));
    }
    Optional<Instant> before =
        lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1).time());
    Map<String, Standing> standings = new HashMap<>();
    List<HistoryEntry> kept = new ArrayList<>();
    for (Finding finding : run.drift().findings()) {
      if (isOpen(finding)) {
        HistoryEntry now = HistoryEntry.of(finding, run.stamp().written());
        Optional<HistoryEntry> known = Optional.ofNullable(last.remove(now.id()));
        boolean same = known.filter(entry -> entry.covers(now)).isPresent();
        HistoryEntry entry = same ? known.orElseThrow().continuedBy(now) : now;
        boolean back = known.isEmpty() && former.contains(now.id());
        FindingStatus fresh = back ? FindingStatus.BACK : FindingStatus.NEW;
        standings.put(now.id(), new Standing(same ? FindingStatus.KNOWN : fresh, entry.since()));
        kept.add(entry);
      }
    }
    JudgedHosts judged = JudgedHosts.of(run);
    Map<Boolean, List<HistoryEntry>> gone =
        last.values().stream().collect(Collectors.partitioningBy(judged::settles));
    kept.addAll(gone.getOrDefault(false, List.of()));
    return new HistoryComparison(
        folder, before, standings, kept, gone.getOrDefault(true, List.of()), warnings);
  }

  /** What somebody has to act on. */
  private static boolean isOpen(Finding finding) {
    return switch (finding.verdict()) {
      case MISSING, DRIFTED, UNEXPECTED, BROKEN, UNCLEAR -> finding.severity() != Severity.IGNORE;
      case IN_SYNC, NOT_APPLICABLE, WAIVED -> false;
    };
  }

  /** How a finding stands; empty if nobody has to act on it. */
  public Optional<Standing> standing(Finding finding) {
    return isOpen(finding)
        ? Optional.ofNullable(standings.get(FindingId.of(finding.subject())))
        : Optional.empty();
  }

  /** Whether it has to be acted on, and the last run did not find it. */
  public boolean isFresh(Finding finding) {
    return standing(finding).filter(one -> one.status() != FindingStatus.KNOWN).isPresent();
  }

  /** How many findings have a status. */
  public int count(FindingStatus status) {
    return (int) standings.values().stream().filter(one -> one.status() == status).count();
  }

  /** Whether a finding could not be judged. */
  static boolean isUnclear(Finding finding) {
    return finding.verdict() == Verdict.UNCLEAR;
  }
}
