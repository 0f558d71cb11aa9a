package org.relaycheck.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.relaycheck.state.Place;

/** Decides between claims, row by row; equally strong ones that differ are a problem. */
final class Contest {

  private final KindTable table;
  private final Problems problems;

  Contest(KindTable table, Problems problems) {
    this.table = table;
    this.problems = problems;
  }

  /** The lines that hold; the one sheet itself if no other says anything. */
  Sheet settle(List<Claim> all, String subject) {
    List<Claim> claims = all.stream().filter(c -> !c.sheet().isEmpty()).toList();
    if (claims.isEmpty()) {
      return Sheet.empty(table);
    }
    if (claims.size() == 1) {
      return claims.get(0).sheet();
    }
    List<Line> lines = new ArrayList<>();
    for (int slot = 0; slot < table.size(); slot++) {
      winner(claims, slot, subject).ifPresent(lines::add);
    }
    return Sheet.of(table, lines);
  }

  private Optional<Line> winner(List<Claim> claims, int slot, String subject) {
    List<Claim> speaking = new ArrayList<>();
    for (Claim claim : claims) {
      if (claim.sheet().line(slot).isPresent()) {
        speaking.add(claim);
      }
    }
    List<Line> lines = new ArrayList<>();
    for (Claim claim : strong(speaking)) {
      claim.sheet().line(slot).ifPresent(lines::add);
    }
    lines.sort(Comparator.comparing(Line::place));
    for (Line other : lines) {
      compare(lines.get(0), other, subject);
    }
    return lines.stream().findFirst();
  }

  /**
   * Those that no other is over; all, if each has one over it, for then none may win in silence.
   */
  private static List<Claim> strong(List<Claim> claims) {
    List<Claim> strong = new ArrayList<>();
    for (Claim claim : claims) {
      if (claims.stream().noneMatch(other -> other.over(claim))) {
        strong.add(claim);
      }
    }
    return strong.isEmpty() ? claims : strong;
  }

  private void compare(Line earlier, Line later, String subject) {
    if (!Agreement.between(earlier.sample(), later.sample())) {
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
              + remedy(earlier.place(), later.place()));
    }
  }

  private static String remedy(Place earlier, Place later) {
    return earlier.file().equals(later.file())
        ? " are equally strong; remove one of the two"
        : " are equally strong; remove one of the two, or let one file include the other";
  }

  private static String shown(Line line) {
    return line.sample()
        .map(s -> "'" + s.show() + "' (" + s.severity().word() + ")")
        .orElse("'any'");
  }
}
