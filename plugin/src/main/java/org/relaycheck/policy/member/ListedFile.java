package org.relaycheck.policy.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.relaycheck.state.OwnedMember;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.ListedLine;
import org.relaycheck.yaml.Suggestion;

/**
 * A file beside a policy that lists the members of a set, a line each: {@code address, owner,
 * ticket, until, comment}, in another order if its first line names the columns; or the member
 * alone. Empty lines, and those that begin with {@code #}, are skipped.
 *
 * @param shown its name in messages
 * @param problems where problems go
 */
public record ListedFile(String shown, FileProblems problems) {

  /** The columns of a file that does not name them; the first is the member. */
  public static final List<String> COLUMNS =
      List.of("address", "owner", "ticket", "until", "comment");

  private static final String EXAMPLE = "10.20.4.11,billing,CHG-4711,2027-03-31,month end";

  /** The members, in the order of the lines; of a broken line a problem with its place. */
  public List<OwnedMember> read(String text) {
    List<OwnedMember> members = new ArrayList<>();
    List<String> columns = List.of();
    char separator = ',';
    String[] lines = text.split("\r\n|\r|\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (ListedLine.isSkipped(lines[i])) {
        continue;
      }
      boolean first = columns.isEmpty();
      if (first) {
        separator = ListedLine.separator(lines[i]);
      }
      ListedLine line = ListedLine.of(lines[i], separator, shown, i + 1);
      if (first) {
        columns = header(line);
      }
      if (!first || !isHeader(line)) {
        member(line, columns).ifPresent(members::add);
      }
    }
    return members;
  }

  private static boolean isHeader(ListedLine line) {
    return folded(line.cells().get(0)).equals(COLUMNS.get(0));
  }

  private static String folded(ListedLine.Cell cell) {
    return cell.text().toLowerCase(Locale.ROOT);
  }

  private List<String> header(ListedLine line) {
    if (!isHeader(line)) {
      return COLUMNS;
    }
    List<String> columns = new ArrayList<>();
    for (ListedLine.Cell cell : line.cells()) {
      String name = folded(cell).equals("why") ? "comment" : folded(cell);
      if (!COLUMNS.contains(name) || columns.contains(name)) {
        problems.add(
            cell.place(),
            "'"
                + cell.text()
                + "' is no column of its own; expected some of "
                + String.join(", ", COLUMNS)
                + Suggestion.ending(name, COLUMNS));
      }
      columns.add(name);
    }
    return columns;
  }

  private Optional<OwnedMember> member(ListedLine line, List<String> columns) {
    List<ListedLine.Cell> cells = line.cells();
    ListedLine.Cell last = cells.get(cells.size() - 1);
    if (line.unclosed()) {
      problems.add(last.place(), "a quote has no end; a line is written like " + EXAMPLE);
      return Optional.empty();
    }
    if (cells.size() > columns.size()) {
      problems.add(
          cells.get(columns.size()).place(),
          "'"
              + cells.get(columns.size()).text()
              + "' is in no column; put a text with commas in double quotes, as in "
              + EXAMPLE);
      return Optional.empty();
    }
    Optional<ListedLine.Cell> member = cell(line, columns, 0);
    if (member.isEmpty()) {
      problems.add(cells.get(0).place(), "names no address; a line is written like " + EXAMPLE);
    }
    return member.map(
        one ->
            new OwnedMember(
                one.text(),
                text(line, columns, 1),
                text(line, columns, 2),
                cell(line, columns, 3)
                    .flatMap(day -> MemberTerms.day(day.text(), day.place(), problems)),
                text(line, columns, 4),
                one.place()));
  }

  private static Optional<String> text(ListedLine line, List<String> columns, int which) {
    return cell(line, columns, which).map(ListedLine.Cell::text);
  }

  private static Optional<ListedLine.Cell> cell(ListedLine line, List<String> columns, int which) {
    int at = columns.indexOf(COLUMNS.get(which));
    return at < 0 || at >= line.cells().size()
        ? Optional.empty()
        : Optional.of(line.cells().get(at)).filter(cell -> !cell.text().isEmpty());
  }
}
