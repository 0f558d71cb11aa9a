package org.relaycheck.policy;

import java.util.ArrayList;
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
    List<Claim> claims =
        all.stream().filter(c -> !c.sheet().isEmpty()).sorted(Claim.STRONG_FIRST).toList();
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
    List<Claim> winners = new ArrayList<>();
    Optional<Line> won = Optional.empty();
    for (Claim claim : claims) {
      Optional<Line> line = claim.sheet().line(slot);
      if (line.isPresent() && winners.stream().noneMatch(winner -> winner.over(claim))) {
        winners.add(claim);
        won.ifPresent(first -> compare(first, line.get(), subject));
        won = won.or(() -> line);
      }
    }
    return won;
  }

  private void compare(Line first, Line other, String subject) {
    if (Agreement.between(first.sample(), other.sample())) {
      return;
    }
    boolean swap = first.place().compareTo(other.place()) > 0;
    Line earlier = swap ? other : first;
    Line later = swap ? first : other;
    problems.add(
        later.place(),
        first.row()
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
