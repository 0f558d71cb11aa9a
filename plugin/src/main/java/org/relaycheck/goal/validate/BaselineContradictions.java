package org.relaycheck.goal.validate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.relaycheck.state.Address;
import org.relaycheck.state.Desired;
import org.relaycheck.state.Place;
import org.relaycheck.state.Policy;
import org.relaycheck.state.Selector;
import org.relaycheck.state.Statement;
import org.relaycheck.state.expectation.Contradiction;

/**
 * Baselines that can meet one resource and contradict each other there: it would break one of them
 * whatever it has.
 *
 * @param policy of which they are
 */
record BaselineContradictions(Policy policy) {

  private record Pair(Desired one, Desired other) {

    Selector.Where first() {
      return (Selector.Where) one.selector();
    }

    Selector.Where second() {
      return (Selector.Where) other.selector();
    }

    /** Whether some resource may be meant by both. */
    boolean canMeet() {
      return first().kind().equals(second().kind())
          && Address.folded(first().host()).equals(Address.folded(second().host()))
          && first().where().stream().noneMatch(condition -> excludes(condition, second().where()));
    }
  }

  /** A sentence for each, with both places; once, however many hosts it is for. */
  List<String> lines() {
    List<Desired> baselines =
        policy.desired().stream().filter(one -> one.selector() instanceof Selector.Where).toList();
    Set<String> lines = new LinkedHashSet<>();
    for (int i = 0; i < baselines.size(); i++) {
      for (Desired other : baselines.subList(i + 1, baselines.size())) {
        Pair pair = new Pair(baselines.get(i), other);
        if (pair.canMeet()) {
          lines.addAll(lines(pair));
        }
      }
    }
    return List.copyOf(lines);
  }

  private static List<String> lines(Pair pair) {
    List<String> lines = new ArrayList<>();
    for (Statement<?> statement : pair.one().statements()) {
      Statement.about(statement.property(), pair.other().statements())
          .filter(rival -> excludes(statement, List.of(rival)))
          .ifPresent(rival -> lines.add(line(pair, statement, rival)));
    }
    return lines;
  }

  private static String line(Pair pair, Statement<?> statement, Statement<?> rival) {
    return pair.one().origin().place()
        + "  the baselines "
        + pair.first().baseline()
        + " and "
        + pair.second().baseline()
        + at(pair.other().origin().place())
        + " can meet one resource, and contradict each other there: "
        + statement.property()
        + " "
        + statement.show()
        + at(statement.origin().place())
        + " and "
        + rival.show()
        + at(rival.origin().place())
        + "; divide them by 'where', for example with 'contains' in one and 'excludes' in the other";
  }

  private static String at(Place place) {
    return " (" + place + ")";
  }

  private static <T> boolean excludes(Statement<T> one, List<Statement<?>> others) {
    return Statement.about(one.property(), others)
        .filter(other -> Contradiction.between(one.wanted(), other.wanted()))
        .isPresent();
  }
}
