package org.relaycheck.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingGroup;
import org.relaycheck.compare.HostNames;
import org.relaycheck.compare.Outcome;
import org.relaycheck.compare.Verdict;
import org.relaycheck.report.text.ConsoleLine;
import org.relaycheck.report.text.ConsoleLine.Level;
import org.relaycheck.report.text.TextColumns;
import org.relaycheck.state.Address;
import org.relaycheck.state.Severity;

/** A run as lines for a build's log. */
public final class Console {

  /** More lines than anybody reads; the loudest are kept. */
  private static final int MOST = 1000;

  private Console() {}

  /**
   * The summary first, then what could not be read, then a line per difference in the order of the
   * resources; what a policy ignores is at {@link Level#DEBUG}.
   */
  public static List<ConsoleLine> lines(CheckRun run) {
    List<ConsoleLine> lines = new ArrayList<>(found(run));
    run.change().ifPresent(change -> lines.addAll(new ChangeText(change).console()));
    run.history().ifPresent(runs -> lines.addAll(HistoryText.of(run, runs).console()));
    lines.addAll(RunSummary.of(run).next().console());
    return List.copyOf(lines);
  }

  /** The same without what to do next. */
  public static List<ConsoleLine> found(CheckRun run) {
    RunSummary summary = RunSummary.of(run);
    FindingDigest digest = FindingDigest.of(run);
    List<ConsoleLine> told = new ArrayList<>();
    digest.unread().forEach(silent -> told.add(unread(silent)));
    blocks(digest.groups(false)).forEach(block -> told.addAll(lines(block)));
    List<ConsoleLine> lines = new ArrayList<>();
    lines.add(info(summary.headline()));
    lines.addAll(loudest(told));
    WaivedFindings.text(digest.groups(true)).ifPresent(text -> lines.add(info(text)));
    VerdictMark.legend(shown(digest)).ifPresent(legend -> lines.add(info(legend)));
    if (run.outcome() == Outcome.UNCLEAR && run.drift().count(Verdict.UNCLEAR) == 0) {
      lines.add(new ConsoleLine(Level.ERROR, "? " + NothingCompared.TEXT));
    }
    digest.inapplicable().forEach(one -> lines.add(info(inapplicable(one))));
    Level notes = run.outcome() == Outcome.ERROR ? Level.ERROR : Level.INFO;
    run.drift().coverage().notes().forEach(n -> lines.add(new ConsoleLine(notes, n)));
    UnmentionedHosts.text(run.drift().coverage())
        .ifPresent(text -> lines.add(new ConsoleLine(Level.WARN, text)));
    run.drift().waivers().forEach(text -> lines.add(new ConsoleLine(Level.WARN, text)));
    ignored(digest.groups(), lines);
    return List.copyOf(lines);
  }

  /** What the policy could not be made to accept. */
  public static List<ConsoleLine> notAdopted(List<String> texts) {
    return texts.stream().map(text -> new ConsoleLine(Level.WARN, text)).toList();
  }

  /** How loud a finding is. */
  public static Level level(Finding finding) {
    return switch (finding.verdict()) {
      case UNCLEAR -> Level.ERROR;
      case IN_SYNC, NOT_APPLICABLE, WAIVED -> Level.INFO;
      case MISSING, DRIFTED, UNEXPECTED, BROKEN -> level(finding.severity());
    };
  }

  private static Level level(Severity severity) {
    return switch (severity) {
      case ERROR -> Level.ERROR;
      case WARNING -> Level.WARN;
      case IGNORE -> Level.DEBUG;
    };
  }

  /** Those of which a line is seen without {@code -X}. */
  private static List<Finding> shown(FindingDigest digest) {
    return digest.groups(false).stream()
        .map(FindingGroup::first)
        .filter(one -> level(one) != Level.DEBUG)
        .toList();
  }

  private static ConsoleLine unread(FindingDigest.Silent silent) {
    String text = "? " + HostNames.list(silent.hosts()) + "  not read  " + silent.why();
    String fix = "  fix: " + silent.fix();
    int unjudged = silent.unjudged();
    return unjudged == 0
        ? new ConsoleLine(Level.WARN, text + fix)
        : new ConsoleLine(Level.ERROR, text + fix + "  (" + unjudged + " unclear for this)");
  }

  private static String inapplicable(FindingDigest.Inapplicable one) {
    return ". " + one.setting() + "  not applicable " + one.times() + "×  " + one.reason();
  }

  /** Findings of several hosts, and those of one kind and host, are aligned with each other. */
  private static Collection<List<FindingGroup>> blocks(List<FindingGroup> groups) {
    return groups.stream()
        .collect(Collectors.groupingBy(Console::block, LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  private static List<String> block(FindingGroup group) {
    Address address = group.first().subject().address();
    return group.isOfSeveral() ? List.of() : List.of(address.kind(), address.host());
  }

  private static List<ConsoleLine> lines(List<FindingGroup> block) {
    List<List<String>> rows = block.stream().map(Console::cells).toList();
    TextColumns columns = new TextColumns(rows);
    List<ConsoleLine> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      lines.add(new ConsoleLine(level(block.get(i).first()), columns.line(rows.get(i))));
    }
    return lines;
  }

  private static List<String> cells(FindingGroup group) {
    FindingText wording = new FindingText(group);
    String sign = VerdictMark.of(group.first()).mark();
    return List.of(
        sign + " " + wording.about(),
        wording.what(),
        wording.sides(),
        String.join("  ", wording.remarks()));
  }

  private static List<ConsoleLine> loudest(List<ConsoleLine> lines) {
    if (lines.size() <= MOST) {
      return lines;
    }
    Map<Level, Integer> room = room(lines);
    List<ConsoleLine> kept = new ArrayList<>();
    for (ConsoleLine line : lines) {
      if (room.merge(line.level(), -1, Integer::sum) >= 0) {
        kept.add(line);
      }
    }
    int left = lines.size() - kept.size();
    kept.add(
        new ConsoleLine(
            kept.get(0).level(), "… and " + left + " more, all of them in report.json"));
    return kept;
  }

  private static Map<Level, Integer> room(List<ConsoleLine> lines) {
    Map<Level, Integer> room = new EnumMap<>(Level.class);
    int left = MOST;
    for (Level level : Level.values()) {
      int number = (int) lines.stream().filter(line -> line.level() == level).count();
      room.put(level, Math.min(number, left));
      left -= Math.min(number, left);
    }
    return room;
  }

  private static void ignored(List<FindingGroup> groups, List<ConsoleLine> lines) {
    long number =
        groups.stream()
            .filter(group -> level(group.first()) == Level.DEBUG)
            .mapToLong(group -> group.findings().size())
            .sum();
    if (number > 0) {
      lines.add(
          info(
              number
                  + (number == 1 ? " finding" : " findings")
                  + " of severity ignore:"
                  + " shown with -X and in report.json"));
    }
  }

  private static ConsoleLine info(String text) {
    return new ConsoleLine(Level.INFO, text);
  }
}
