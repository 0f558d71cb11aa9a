package org.relaycheck.policy.read;

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
public final class SettingLines {

  private static final String ANY_SERVER = "";

  private final @Nullable SettingLine[] lines;
  private final boolean perHost;
  private final Map<String, List<Statement<?>>> bound = new HashMap<>();

  private SettingLines(@Nullable SettingLine[] lines) {
    this.lines = lines;
    this.perHost = Arrays.stream(lines).anyMatch(SettingLine.PerHost.class::isInstance);
  }

  public static SettingLines of(KindTable table, List<SettingLine> lines) {
    @Nullable SettingLine[] slots = new SettingLine[table.size()];
    lines.forEach(line -> slots[table.slot(line.row())] = line);
    return new SettingLines(slots);
  }

  public static SettingLines empty(KindTable table) {
    return of(table, List.of());
  }

  public Optional<SettingLine> line(int slot) {
    return Optional.ofNullable(lines[slot]);
  }

  int size() {
    return lines.length;
  }

  public boolean isEmpty() {
    for (SettingLine line : lines) {
      if (line != null) {
        return false;
      }
    }
    return true;
  }

  /** These lines, and those of a weaker settingLines where there is none. */
  public SettingLines over(SettingLines weaker) {
    if (weaker.isEmpty() || isEmpty()) {
      return isEmpty() ? weaker : this;
    }
    @Nullable SettingLine[] merged = lines.clone();
    for (int i = 0; i < merged.length; i++) {
      merged[i] = merged[i] == null ? weaker.lines[i] : merged[i];
    }
    return new SettingLines(merged);
  }

  /** What is stated for a server; one and the same list for all of them if none is named. */
  public List<Statement<?>> statements(String server) {
    return bound.computeIfAbsent(perHost ? server : ANY_SERVER, this::bind);
  }

  private List<Statement<?>> bind(String server) {
    List<Statement<?>> statements = new ArrayList<>();
    for (SettingLine line : lines) {
      if (line != null) {
        line.on(server).ifPresent(statements::add);
      }
    }
    return List.copyOf(statements);
  }

  /** The same rows with each line changed. */
  public SettingLines changed(UnaryOperator<SettingLine> change) {
    @Nullable SettingLine[] other = lines.clone();
    for (int i = 0; i < other.length; i++) {
      SettingLine line = other[i];
      other[i] = line == null ? null : change.apply(line);
    }
    return new SettingLines(other);
  }
}
