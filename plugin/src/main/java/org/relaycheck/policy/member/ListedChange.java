package org.relaycheck.policy.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.relaycheck.state.OwnedMember;
import org.relaycheck.yaml.ListedLine;

/**
 * The text of a file that lists members, with one more or one less; comments and line ends stay.
 *
 * @param text as it is
 */
public record ListedChange(String text) {

  private static final List<String> KEYS = List.of("owner", "ticket", "until", "why");

  /** With a line for a member behind all others. */
  public String with(OwnedMember member) {
    String end = text.contains("\r\n") ? "\r\n" : "\n";
    String first = text.lines().filter(line -> !ListedLine.isSkipped(line)).findFirst().orElse("");
    char separator = ListedLine.separator(first);
    String line =
        columns(first, separator).stream()
            .map(column -> quoted(cell(member, column), separator))
            .collect(Collectors.joining(String.valueOf(separator)));
    boolean open = !text.isEmpty() && !text.endsWith("\n") && !text.endsWith("\r");
    return text + (open ? end : "") + stripped(line, separator) + end;
  }

  /** Without a line, from 1. */
  public String without(int line) {
    List<String> kept = new ArrayList<>();
    int number = 0;
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      int next = end < 0 ? text.length() : end + 1;
      number++;
      if (number != line) {
        kept.add(text.substring(from, next));
      }
      from = next;
    }
    return String.join("", kept);
  }

  private static List<String> columns(String first, char separator) {
    List<String> names = new ArrayList<>();
    ListedLine.of(first, separator, "", 1)
        .cells()
        .forEach(cell -> names.add(cell.text().toLowerCase(Locale.ROOT)));
    return names.get(0).equals(ListedFile.COLUMNS.get(0)) ? names : ListedFile.COLUMNS;
  }

  private static String cell(OwnedMember member, String column) {
    Map<String, String> terms = member.terms();
    if (column.equals(ListedFile.COLUMNS.get(0))) {
      return member.text();
    }
    String key = KEYS.contains(column) ? column : "why";
    return terms.getOrDefault(key, "");
  }

  private static String quoted(String cell, char separator) {
    String line = cell.replaceAll("[\r\n]+", " ").strip();
    boolean plain = line.indexOf(separator) < 0 && line.indexOf('"') < 0;
    return plain ? line : '"' + line.replace("\"", "\"\"") + '"';
  }

  /** Cells at the end of which nothing is said are left out. */
  private static String stripped(String line, char separator) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == separator) {
      end--;
    }
    return line.substring(0, end);
  }
}
