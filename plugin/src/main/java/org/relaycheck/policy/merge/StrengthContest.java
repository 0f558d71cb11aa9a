package org.relaycheck.policy.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.relaycheck.policy.read.KindTable;
import org.relaycheck.policy.read.SettingLine;
import org.relaycheck.policy.read.SettingLines;
import org.relaycheck.state.Place;
import org.relaycheck.yaml.FileProblems;

/**
 * Decides between the lines of several layers, row by row; equally strong ones that differ are a
 * problem.
 */
final class StrengthContest {

  private final KindTable table;
  private final FileProblems problems;

  StrengthContest(KindTable table, FileProblems problems) {
    this.table = table;
    this.problems = problems;
  }

  /** The lines that hold; those of the one layer itself if no other says anything. */
  SettingLines settle(List<LayeredLines> all, String subject) {
    List<LayeredLines> layered = all.stream().filter(c -> !c.settingLines().isEmpty()).toList();
    if (layered.isEmpty()) {
      return SettingLines.empty(table);
    }
    if (layered.size() == 1) {
      return layered.get(0).settingLines();
    }
    List<SettingLine> lines = new ArrayList<>();
    for (int slot = 0; slot < table.size(); slot++) {
      winner(layered, slot, subject).ifPresent(lines::add);
    }
    return SettingLines.of(table, lines);
  }

  private Optional<SettingLine> winner(List<LayeredLines> layered, int slot, String subject) {
    List<LayeredLines> speaking = new ArrayList<>();
    for (LayeredLines line : layered) {
      if (line.settingLines().line(slot).isPresent()) {
        speaking.add(line);
      }
    }
    List<SettingLine> lines = new ArrayList<>();
    for (LayeredLines line : strong(speaking)) {
      line.settingLines().line(slot).ifPresent(lines::add);
    }
    lines.sort(Comparator.comparing(SettingLine::place));
    for (SettingLine other : lines) {
      compare(lines.get(0), other, subject);
    }
    return lines.stream().findFirst();
  }

  /**
   * Those that no other is over; all, if each has one over it, for then none may win in silence.
   */
  private static List<LayeredLines> strong(List<LayeredLines> layered) {
    List<LayeredLines> strong = new ArrayList<>();
    for (LayeredLines line : layered) {
      if (layered.stream().noneMatch(other -> other.over(line))) {
        strong.add(line);
      }
    }
    return strong.isEmpty() ? layered : strong;
  }

  private void compare(SettingLine earlier, SettingLine later, String subject) {
    if (!StatementAgreement.between(earlier.sample(), later.sample())) {
      problems.add(
          later.place(),
          later.row()
              + " of "
              + subject
              + ": "
              + shown(later)
              + " here and "
              + shown(earlier)
              + " at "
              + earlier.place()
              + advice(earlier.place(), later.place()));
    }
  }

  private static String advice(Place earlier, Place later) {
    return earlier.file().equals(later.file())
        ? " are equally strong; remove one of the two"
        : " are equally strong; remove one of the two, or let one file include the other";
  }

  private static String shown(SettingLine line) {
    return line.sample()
        .map(s -> "'" + s.show() + "' (" + s.severity().word() + ")")
        .orElse("'any'");
  }
}
