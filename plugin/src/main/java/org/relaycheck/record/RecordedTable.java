package org.relaycheck.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.relaycheck.record.PastedText.Line;
import org.relaycheck.record.RecordFile.Problem;
import org.relaycheck.state.Address;
import org.relaycheck.value.Raw;

/**
 * The lines of a Format-Table: heads, a line of dashes below them, and a row for each object. A
 * cell that ends in dots is cut off.
 */
final class RecordedTable implements PastedForm {

  private static final Pattern RULE = Pattern.compile("\\s*-{2,}(?:\\s+-+)*\\s*");
  private static final Pattern DASHES = Pattern.compile("-+");
  private static final List<String> DOTS = List.of("...", "\u2026");

  private final RecordFile file;
  private final RecordedValues values;
  private Optional<String> command = Optional.empty();

  RecordedTable(RecordFile file, RecordedValues values) {
    this.file = file;
    this.values = values;
  }

  /** Whether the line of dashes of a table stands here, with its heads above it. */
  static boolean isRule(List<Line> lines, int at) {
    String rule = lines.get(at).text();
    if (!RULE.matcher(rule).matches() || at == 0 || lines.get(at - 1).isBlank()) {
      return false;
    }
    String heads = lines.get(at - 1).text();
    return rule.strip().contains(" ") || rule.strip().length() == heads.strip().length();
  }

  @Override
  public String form() {
    return "Format-Table";
  }

  @Override
  public List<RecordedObject> objects(List<Line> lines) throws UnusableRecordException {
    List<RecordedObject> objects = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      ShellLine.command(lines.get(i).text())
          .filter(text -> !text.isBlank())
          .ifPresent(text -> command = Optional.of(text));
      if (isRule(lines, i)) {
        int end = i + 1;
        while (end < lines.size() && !ends(lines.get(end))) {
          end++;
        }
        objects.addAll(table(lines, i, end));
        i = end - 1;
      }
    }
    return objects;
  }

  private static boolean ends(Line line) {
    return line.isBlank()
        || ShellLine.isFence(line.text())
        || ShellLine.isTrouble(line.text())
        || ShellLine.command(line.text()).isPresent();
  }

  private List<RecordedObject> table(List<Line> lines, int rule, int end)
      throws UnusableRecordException {
    List<Column> columns =
        DASHES.matcher(lines.get(rule).text()).results().map(Column::of).toList();
    List<String> heads = heads(lines, rule, columns);
    List<Row> rows = new ArrayList<>();
    for (Line line : lines.subList(rule + 1, end)) {
      List<String> cells = cells(line.text(), columns);
      if (!rows.isEmpty() && rows.get(rows.size() - 1).goesOn(cells, columns)) {
        rows.get(rows.size() - 1).goOn(cells);
      } else {
        rows.add(new Row(line.number(), cells));
      }
    }
    List<RecordedObject> objects = new ArrayList<>();
    for (Row row : rows) {
      objects.add(object(row, heads));
    }
    return objects;
  }

  /** The names above the dashes; one that is too wide stands on several lines. */
  private static List<String> heads(List<Line> lines, int rule, List<Column> columns) {
    int first = rule;
    while (first > 0 && !ends(lines.get(first - 1))) {
      first--;
    }
    List<String> heads = new ArrayList<>(Collections.nCopies(columns.size(), ""));
    for (Line head : lines.subList(first, rule)) {
      List<String> cells = cells(head.text(), columns);
      for (int i = 0; i < columns.size(); i++) {
        heads.set(i, heads.get(i) + cells.get(i));
      }
    }
    return heads;
  }

  /** A number stands at the right of its column, and may begin left of the dashes. */
  private static List<String> cells(String text, List<Column> columns) {
    List<String> cells = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < columns.size(); i++) {
      int to = text.length();
      if (i + 1 < columns.size()) {
        to = Math.min(columns.get(i + 1).start(), to);
        boolean within = columns.get(i + 1).start() < text.length();
        while (within && to > columns.get(i).end() && text.charAt(to - 1) != ' ') {
          to--;
        }
      }
      cells.add(from < to ? text.substring(from, to).strip() : "");
      from = Math.max(from, to);
    }
    return cells;
  }

  private RecordedObject object(Row row, List<String> heads) throws UnusableRecordException {
    Map<String, Raw> cells = new TreeMap<>(Address::compareFolded);
    for (int i = 0; i < heads.size(); i++) {
      String name = heads.get(i);
      if (cells.put(name, value(name, row.pieces(i))) != null) {
        throw file.unusable(row.line(), 1, Problem.twice(name));
      }
    }
    return RecordedObject.of(row.line(), cells, command);
  }

  private Raw value(String name, List<String> pieces) {
    String last = pieces.get(pieces.size() - 1);
    return DOTS.stream().anyMatch(last::endsWith)
        ? new Raw.CutOff(String.join("", pieces))
        : ListedValue.wrapped(name, pieces, values);
  }

  /** Where the dashes of a column stand. */
  private record Column(int start, int end) {
    static Column of(MatchResult dashes) {
      return new Column(dashes.start(), dashes.end());
    }
  }

  /** A row, with the pieces of each cell where it wraps. */
  private static final class Row {
    private final int line;
    private final List<List<String>> cells = new ArrayList<>();

    Row(int line, List<String> texts) {
      this.line = line;
      texts.forEach(text -> cells.add(new ArrayList<>(List.of(text))));
    }

    int line() {
      return line;
    }

    List<String> pieces(int column) {
      return cells.get(column);
    }

    /**
     * Whether the next line is the rest: its first cell is empty, or alone and the rest of a full
     * one.
     */
    boolean goesOn(List<String> next, List<Column> columns) {
      if (next.get(0).isEmpty()) {
        return true;
      }
      boolean alone =
          next.size() > 1 && next.subList(1, next.size()).stream().allMatch(String::isEmpty);
      List<String> first = cells.get(0);
      int width = columns.size() > 1 ? columns.get(1).start() - columns.get(0).start() - 1 : 0;
      return alone && first.get(first.size() - 1).length() >= width;
    }

    void goOn(List<String> next) {
      for (int i = 0; i < next.size(); i++) {
        if (!next.get(i).isEmpty()) {
          cells.get(i).add(next.get(i));
        }
      }
    }
  }
}
