package org.relaycheck.connections;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.state.Place;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.ListedLine;
import org.relaycheck.yaml.Suggestion;
import org.relaycheck.yaml.YamlTree;

/**
 * A file beside the connections that lists hosts, a line each: SQL Servers alone, or, if the first
 * line names the columns, whatever a host may state. Empty lines, and those that begin with {@code
 * #}, are skipped.
 *
 * @param shown its name in messages
 */
record ListedHosts(String shown, FileProblems problems) {

  private static final String HOST = "host";
  private static final String SERVER = "sqlserver";
  private static final String INSTANCE = "instance";
  private static final String PORT = "port";
  private static final String EXAMPLE = "SQL01,sql01.corp.example,14330 below host,sqlserver,port";

  /** The columns of a file that does not name them. */
  private static final List<String> UNNAMED = List.of(SERVER, PORT);

  private static final Set<String> WAYS = Set.of("powershell", "recorded", SERVER);

  /** Columns whose cells hold several, with blanks between them. */
  private static final Set<String> LISTS = Set.of("answers", "seenAs", "sendsFrom");

  /** The hosts as entries of a mapping, in the order of the lines. */
  List<YamlTree.Entry> read(String text) {
    List<YamlTree.Entry> hosts = new ArrayList<>();
    List<String> columns = List.of();
    char separator = ',';
    boolean said = false;
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
      boolean header = first && columns().contains(line.cells().get(0).text());
      if (first) {
        columns = header ? header(line) : UNNAMED;
      }
      said |= !header || columns.isEmpty();
      if (header && columns.isEmpty()) {
        break; // without its columns no line says anything
      }
      if (!header && isWhole(line, columns)) {
        host(line, columns).ifPresent(hosts::add);
      }
    }
    if (!said) {
      problems.add(new Place(shown, 1, 1), "lists no host; a line is like SQL01");
    }
    return hosts;
  }

  private static List<String> columns() {
    List<String> columns = new ArrayList<>(List.of(HOST));
    columns.addAll(HostReader.KEYS);
    columns.remove("properties");
    return columns;
  }

  /** None if one of them is none. */
  private List<String> header(ListedLine line) {
    List<String> columns = new ArrayList<>();
    boolean all = true;
    for (ListedLine.Cell cell : line.cells()) {
      if (!columns().contains(cell.text()) || columns.contains(cell.text())) {
        problems.add(
            cell.place(),
            "'"
                + cell.text()
                + "' is no column of its own"
                + Suggestion.ending(cell.text(), columns()));
        all = false;
      }
      columns.add(cell.text());
    }
    return all ? columns : List.of();
  }

  /** What is in no column is not shown, for it may be a password. */
  private boolean isWhole(ListedLine line, List<String> columns) {
    List<ListedLine.Cell> cells = line.cells();
    if (line.unclosed()) {
      problems.add(
          cells.get(cells.size() - 1).place(), "a quote has no end; a line is like " + EXAMPLE);
    } else if (cells.size() > columns.size()) {
      problems.add(
          cells.get(columns.size()).place(),
          "this cell is in no column; name the columns in the first line, such as " + EXAMPLE);
    }
    return !line.unclosed() && cells.size() <= columns.size();
  }

  private Optional<YamlTree.Entry> host(ListedLine line, List<String> columns) {
    List<YamlTree.Entry> stated = new ArrayList<>();
    Optional<ListedLine.Cell> name = Optional.empty();
    for (int i = 0; i < line.cells().size(); i++) {
      ListedLine.Cell cell = line.cells().get(i);
      if (columns.get(i).equals(HOST)) {
        name = Optional.of(cell).filter(one -> !one.text().isEmpty());
      } else if (!cell.text().isEmpty()) {
        stated.add(entry(columns.get(i), value(columns.get(i), cell), cell));
      }
    }
    boolean way = stated.stream().anyMatch(one -> WAYS.contains(one.name()));
    Optional<ListedLine.Cell> server =
        way ? cell(line, columns).filter(one -> !one.text().isEmpty()) : name;
    Optional<SqlServerName> written = server.flatMap(cell -> written(cell));
    if (server.isPresent() && written.isEmpty()) {
      return Optional.empty();
    }
    written.ifPresent(one -> split(one, stated, server.orElseThrow()));
    Optional<ListedLine.Cell> key = name.or(() -> server);
    if (key.isEmpty()) {
      problems.add(line.cells().get(0).place(), "names no host; a line is like " + EXAMPLE);
      return Optional.empty();
    }
    String host = name.map(ListedLine.Cell::text).orElseGet(() -> written.orElseThrow().host());
    YamlTree value = new YamlTree.Mapping(line.cells().get(0).place(), stated);
    return Optional.of(new YamlTree.Entry(scalar(host, key.get()), value));
  }

  private static Optional<ListedLine.Cell> cell(ListedLine line, List<String> columns) {
    int at = columns.indexOf(SERVER);
    return at < 0 || at >= line.cells().size()
        ? Optional.empty()
        : Optional.of(line.cells().get(at));
  }

  private Optional<SqlServerName> written(ListedLine.Cell cell) {
    Optional<SqlServerName> name = SqlServerName.of(cell.text());
    if (name.isEmpty()) {
      problems.add(
          cell.place(),
          "is no SQL Server; expected its address, such as sql01.corp.example or"
              + " sql01.corp.example\\REPORTING");
    }
    return name;
  }

  /** Parts of a name are keys of their own, unless the line has them already. */
  private static void split(SqlServerName name, List<YamlTree.Entry> stated, ListedLine.Cell cell) {
    stated.removeIf(one -> one.name().equals(SERVER));
    stated.add(entry(SERVER, scalar(name.address(), cell), cell));
    boolean port = stated.stream().anyMatch(one -> one.name().equals(PORT));
    boolean instance = stated.stream().anyMatch(one -> one.name().equals(INSTANCE));
    if (!port && name.port().isPresent()) {
      stated.add(entry(PORT, scalar(name.port().get(), cell), cell));
    } else if (!port && !instance && name.instance().isPresent()) {
      stated.add(entry(INSTANCE, scalar(name.instance().get(), cell), cell));
    }
  }

  private static YamlTree value(String column, ListedLine.Cell cell) {
    if (!LISTS.contains(column)) {
      return scalar(cell.text(), cell);
    }
    List<YamlTree> items = new ArrayList<>();
    for (String one : cell.text().strip().split("\\s+", -1)) {
      items.add(scalar(one, cell));
    }
    return new YamlTree.Sequence(cell.place(), items);
  }

  private static YamlTree.Entry entry(String key, YamlTree value, ListedLine.Cell cell) {
    return new YamlTree.Entry(scalar(key, cell), value);
  }

  private static YamlTree.Scalar scalar(String text, ListedLine.Cell cell) {
    return new YamlTree.Scalar(cell.place(), text, true);
  }
}
