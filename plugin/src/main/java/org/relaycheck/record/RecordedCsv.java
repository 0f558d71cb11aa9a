package org.relaycheck.record;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.relaycheck.record.PastedText.Line;
import org.relaycheck.record.RecordFile.Problem;
import org.relaycheck.state.Address;
import org.relaycheck.value.Raw;

/**
 * Comma-separated values, as Export-Csv writes them, a spreadsheet saves them, and a grid gives
 * them to the clipboard: with commas, semicolons, tabs or bars.
 */
final class RecordedCsv implements PastedForm {

  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
  private static final Pattern HEAD = Pattern.compile("\"?[A-Za-z_][A-Za-z0-9_ ().-]*\"?");
  private static final Pattern PREAMBLE = Pattern.compile("#TYPE .*|sep=.");
  private static final int MANY = 3;

  private final RecordFile file;
  private final RecordedValues values;
  private final char delimiter;

  private RecordedCsv(RecordFile file, RecordedValues values, char delimiter) {
    this.file = file;
    this.values = values;
    this.delimiter = delimiter;
  }

  /** Whether a line says what follows, before the heads. */
  static boolean isPreamble(String text) {
    return PREAMBLE.matcher(text).matches();
  }

  /**
   * The reader of a table whose heads stand at a line; empty if none do.
   *
   * @param next the line below, which has as many cells where the heads are of unknown names
   */
  static Optional<PastedForm> at(
      String heads,
      String next,
      ConnectorEvidence evidence,
      RecordFile file,
      RecordedValues values) {
    for (char delimiter : DELIMITERS) {
      String[] cells = heads.split(Pattern.quote(String.valueOf(delimiter)), -1);
      boolean plain = cells.length > 1;
      boolean known = false;
      for (String cell : cells) {
        plain &= HEAD.matcher(cell.strip()).matches();
        known |= evidence.knows(cell.strip().replace("\"", ""));
      }
      boolean many =
          cells.length >= MANY
              && next.chars().filter(c -> c == delimiter).count() >= cells.length - 1;
      if (plain && (known || many)) {
        return Optional.of(new RecordedCsv(file, values, delimiter));
      }
    }
    return Optional.empty();
  }

  @Override
  public String form() {
    return "CSV";
  }

  @Override
  public List<RecordedObject> objects(List<Line> lines) throws UnusableRecordException {
    int begin = lines.get(0).number();
    int end = lines.size();
    while (end > 0 && (lines.get(end - 1).isBlank() || isShell(lines.get(end - 1).text()))) {
      end--;
    }
    String text = lines.subList(0, end).stream().map(Line::text).collect(Collectors.joining("\n"));
    CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).build();
    List<RecordedObject> objects = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      List<String> heads = List.of();
      int line = begin;
      for (CSVRecord row : parser) {
        if (heads.isEmpty()) {
          heads = row.stream().map(String::strip).toList();
        } else {
          objects.add(object(heads, row, line));
        }
        line = begin + Math.toIntExact(parser.getCurrentLineNumber());
      }
    } catch (IOException | UncheckedIOException broken) {
      throw file.unusable(
          begin,
          1,
          new Problem(
              "this looks like CSV, and its quotes do not come in pairs",
              "export it again with Export-Csv, and do not edit the file"));
    }
    return objects;
  }

  private static boolean isShell(String text) {
    return ShellLine.isTrouble(text)
        || ShellLine.isFence(text)
        || ShellLine.command(text).isPresent();
  }

  private RecordedObject object(List<String> heads, CSVRecord row, int line)
      throws UnusableRecordException {
    if (row.size() != heads.size()) {
      throw file.unusable(
          line,
          1,
          new Problem(
              "this row has " + row.size() + " cells, and the heads are " + heads.size(),
              "export it again with Export-Csv, which puts quotes around what holds a delimiter"));
    }
    Map<String, Raw> cells = new TreeMap<>(Address::compareFolded);
    for (int i = 0; i < heads.size(); i++) {
      if (cells.put(heads.get(i), values.cell(heads.get(i), row.get(i))) != null) {
        throw file.unusable(line, 1, Problem.twice(heads.get(i)));
      }
    }
    return RecordedObject.of(line, cells, Optional.empty());
  }
}
