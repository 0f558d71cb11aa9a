package org.relaycheck.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.relaycheck.state.Statement;

/** Lines of one kind, at most one a row, in the order of the catalogue. */
final class Sheet {

  private static final String ANY_SERVER = "";

  private final @Nullable Line[] lines;
  private final boolean perHost;
  private final Map<String, List<Statement<?>>> bound = new HashMap<>();

  private Sheet(@Nullable Line[] lines) {
    this.lines = lines;
    this.perHost = Arrays.stream(lines).anyMatch(Line.PerHost.class::isInstance);
  }

  static Sheet of(KindTable table, List<Line> lines) {
    @Nullable Line[] slots = new Line[table.size()];
    lines.forEach(line -> slots[table.slot(line.row())] = line);
    return new Sheet(slots);
  }

  static Sheet empty(KindTable table) {
    return of(table, List.of());
  }

  Optional<Line> line(int slot) {
    return Optional.ofNullable(lines[slot]);
  }

  int size() {
    return lines.length;
  }

  boolean isEmpty() {
    for (Line line : lines) {
      if (line != null) {
        return false;
      }
    }
    return true;
  }

  /** These lines, and those of a weaker sheet where there is none. */
  Sheet over(Sheet weaker) {
    if (weaker.isEmpty() || isEmpty()) {
      return isEmpty() ? weaker : this;
    }
    @Nullable Line[] merged = lines.clone();
    for (int i = 0; i < merged.length; i++) {
      merged[i] = merged[i] == null ? weaker.lines[i] : merged[i];
    }
    return new Sheet(merged);
  }

  /** What is stated for a server; one and the same list for all of them if none is named. */
  List<Statement<?>> statements(String server) {
    return bound.computeIfAbsent(perHost ? server : ANY_SERVER, this::bind);
  }

  private List<Statement<?>> bind(String server) {
    List<Statement<?>> statements = new ArrayList<>();
    for (Line line : lines) {
      if (line != null) {
        line.on(server).ifPresent(statements::add);
      }
    }
    return List.copyOf(statements);
  }

  /** The same rows with each line changed. */
  Sheet changed(UnaryOperator<Line> change) {
    @Nullable Line[] other = lines.clone();
    for (int i = 0; i < other.length; i++) {
      Line line = other[i];
      other[i] = line == null ? null : change.apply(line);
    }
    return new Sheet(other);
  }
}
