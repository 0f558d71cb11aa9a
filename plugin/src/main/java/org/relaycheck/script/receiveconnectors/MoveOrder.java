package org.relaycheck.script.receiveconnectors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relaycheck.landscape.ListeningPlace;
import org.relaycheck.value.address.AddressSet;

/**
 * The order in which connectors of one server move, so that Exchange takes each: who has to leave a
 * place goes before who takes it. Where all wait for each other, one serves the ranges of both
 * places first and gives up its own last. The way back is the same order from behind.
 */
final class MoveOrder {

  /**
   * A connector that moves, or stays where it is.
   *
   * @param name its name
   * @param before its place; empty if it is made
   * @param after its place; empty if it goes
   */
  record Move(String name, Optional<ListeningPlace> before, Optional<ListeningPlace> after) {}

  /**
   * One thing to do.
   *
   * @param move whose turn it is
   * @param over the ranges that a connector serves between two turns; empty if it has only one
   * @param last whether this is its last turn
   */
  record Turn(Move move, Optional<AddressSet> over, boolean last) {}

  private final List<ListeningPlace> others;
  private final List<Move> pending;
  private final Map<Move, ListeningPlace> now = new LinkedHashMap<>();
  private final Map<Move, AddressSet> over = new LinkedHashMap<>();
  private final List<Turn> turns = new ArrayList<>();

  private MoveOrder(List<Move> moves, List<ListeningPlace> others) {
    this.others = others;
    this.pending = new ArrayList<>(moves);
    moves.forEach(move -> move.before().ifPresent(place -> now.put(move, place)));
  }

  /**
   * The order for these.
   *
   * @param moves in the order that they have if none stands in another's way
   * @param others the places of connectors that nothing is done about
   */
  static MoveOrder of(List<Move> moves, List<ListeningPlace> others) {
    MoveOrder order = new MoveOrder(moves, others);
    boolean more = true;
    while (more) {
      more = order.moves() || order.widens();
    }
    return order;
  }

  List<Turn> turns() {
    return List.copyOf(turns);
  }

  /** Those that cannot be scripted, each with the names of those that it waits for. */
  Map<Move, List<String>> stuck() {
    Map<Move, List<String>> stuck = new LinkedHashMap<>();
    pending.forEach(move -> stuck.put(move, blockers(move).map(Move::name).toList()));
    return stuck;
  }

  private boolean moves() {
    Optional<Move> free =
        pending.stream().filter(move -> blockers(move).findAny().isEmpty()).findFirst();
    free.ifPresent(
        move -> {
          pending.remove(move);
          turns.add(new Turn(move, Optional.ofNullable(over.get(move)), true));
          now.remove(move);
          move.after().ifPresent(place -> now.put(move, place));
        });
    return free.isPresent();
  }

  /** Those that have to go first. */
  private Stream<Move> blockers(Move move) {
    return move.after().stream()
        .flatMap(
            place ->
                pending.stream()
                    .filter(other -> !other.equals(move))
                    .filter(other -> now(other).filter(place::clashes).isPresent())
                    .filter(other -> other.after().filter(place::clashes).isEmpty()));
  }

  /** Where it is at this turn; empty if it is not made yet. */
  private Optional<ListeningPlace> now(Move move) {
    return Optional.ofNullable(now.get(move));
  }

  private boolean widens() {
    for (Move move : pending) {
      Optional<ListeningPlace> wide = wide(move).filter(place -> helps(move, place));
      if (wide.isPresent()) {
        AddressSet both = wide.get().ranges().orElseThrow();
        turns.add(new Turn(move, Optional.of(both), false));
        over.put(move, both);
        now.put(move, wide.get());
        return true;
      }
    }
    return false;
  }

  private Optional<ListeningPlace> wide(Move move) {
    return over.containsKey(move)
        ? Optional.empty()
        : move.before().flatMap(before -> move.after().flatMap(before::serving));
  }

  private boolean helps(Move move, ListeningPlace wide) {
    boolean taken =
        Stream.concat(
                others.stream(),
                now.entrySet().stream()
                    .filter(e -> !e.getKey().equals(move))
                    .map(Map.Entry::getValue))
            .anyMatch(wide::clashes);
    return !taken
        && pending.stream()
            .filter(other -> !other.equals(move) && blockers(other).anyMatch(move::equals))
            .anyMatch(other -> !wide.clashes(other.after().orElseThrow()));
  }

  /** The names in quotes, for a sentence. */
  static String quoted(List<String> names) {
    return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
  }
}
