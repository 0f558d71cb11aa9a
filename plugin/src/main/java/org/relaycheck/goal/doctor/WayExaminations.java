package org.relaycheck.goal.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.relaycheck.compare.HostNames;
import org.relaycheck.report.text.ConsoleLine;

/**
 * Examinations as lines for a build's log, and as the one sentence that it ends with.
 *
 * @param all the examinations
 * @param unlisted what would connect servers of the organisation that no connection names
 */
public record WayExaminations(List<WayExamination> all, List<String> unlisted) {

  private static final String MORE = " ".repeat(28);

  public WayExaminations {
    all = List.copyOf(all);
    unlisted = List.copyOf(unlisted);
  }

  /** Of an organisation that lists no other servers. */
  WayExaminations(List<WayExamination> all) {
    this(all, List.of());
  }

  /** Every step; what failed is an error, so that a quiet build shows it. */
  public List<ConsoleLine> lines() {
    List<ConsoleLine> lines = new ArrayList<>();
    for (AlikeWays alike : AlikeWays.of(all)) {
      lines.add(new ConsoleLine(level(alike.any()), alike.subject()));
      alike.steps().forEach(told -> lines.addAll(lines(told.step(), HostNames.list(told.hosts()))));
    }
    if (!unlisted.isEmpty()) {
      lines.add(warning("In the organisation, and in no connection; add under 'hosts', or waive:"));
      unlisted.forEach(entry -> lines.add(warning("  " + entry)));
    }
    return lines;
  }

  private static ConsoleLine warning(String text) {
    return new ConsoleLine(ConsoleLine.Level.WARN, text);
  }

  private static ConsoleLine.Level level(WayExamination one) {
    return one.trouble().isPresent() ? ConsoleLine.Level.ERROR : ConsoleLine.Level.INFO;
  }

  private static List<ConsoleLine> lines(ExaminationStep step, String host) {
    String seen = host.isEmpty() ? step.seen() : step.seen().isEmpty() ? host : of(host, step);
    String text =
        String.format(Locale.ROOT, "  %-11s  %-11s  %s", step.health().word(), step.title(), seen)
            .stripTrailing();
    ConsoleLine first = new ConsoleLine(level(step.health()), text);
    return step.todo().isEmpty()
        ? List.of(first)
        : List.of(first, new ConsoleLine(first.level(), MORE + step.todo()));
  }

  private static String of(String host, ExaminationStep step) {
    return host + ": " + step.seen();
  }

  private static ConsoleLine.Level level(ExaminationStep.Health health) {
    return switch (health) {
      case OK, NOT_REACHED -> ConsoleLine.Level.INFO;
      case PARTLY -> ConsoleLine.Level.WARN;
      case FAILED -> ConsoleLine.Level.ERROR;
    };
  }

  /** What to put right first; empty if everything can be used. */
  public Optional<String> trouble() {
    List<WayExamination> sick = all.stream().filter(one -> one.trouble().isPresent()).toList();
    if (sick.isEmpty()) {
      return Optional.empty();
    }
    ExaminationStep first = sick.get(0).trouble().orElseThrow();
    return Optional.of(
        sick.size()
            + " of "
            + all.size()
            + (all.size() == 1 ? " connection" : " connections")
            + " cannot be used; the first is "
            + sick.get(0).subject()
            + "\n"
            + first.title()
            + ": "
            + first.seen()
            + "\n"
            + first.todo()
            + ", then:\n  mvn relay:doctor");
  }

  /** That all is well. */
  public String summary() {
    return all.size() + (all.size() == 1 ? " connection" : " connections") + " can be used";
  }
}
