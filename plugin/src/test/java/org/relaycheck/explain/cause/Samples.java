package org.relaycheck.explain.cause;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.relaycheck.explain.log.LogEntry;
import org.relaycheck.explain.log.LogFindings;
import org.relaycheck.explain.log.LogText;
import org.relaycheck.explain.sign.LogSign;

/**
 * A text with what it is to be recognised as.
 *
 * @param name of the sample
 * @param expected the ids of the signs, in order
 * @param lines of the text
 */
public record Samples(String name, List<String> expected, List<String> lines) {

  private static final String HEAD = "### ";

  public static List<Samples> of(String file) {
    List<Samples> samples = new ArrayList<>();
    for (String line : lines(Path.of("src/test/resources/explain-texts", file))) {
      if (line.startsWith(HEAD)) {
        String[] parts = line.substring(HEAD.length()).split(" \\| ");
        samples.add(new Samples(parts[0], List.of(parts[1].split(" ")), new ArrayList<>()));
      } else if (!samples.isEmpty()) {
        samples.get(samples.size() - 1).lines().add(line);
      }
    }
    return samples;
  }

  /** What is recognised in it: a sign, "?" for trouble that is not known, else nothing. */
  LogFindings told() {
    LogFindings told = new LogFindings();
    read().forEach(told);
    return told;
  }

  /** Its entries. */
  public List<LogEntry> read() {
    List<LogEntry> entries = new ArrayList<>();
    LogText text = new LogText("mail.log", entries::add);
    for (int i = 0; i < lines.size(); i++) {
      text.line(i + 1, lines.get(i));
    }
    text.end();
    return entries;
  }

  /** The ids of what is recognised, one for each entry that says something. */
  List<String> recognised() {
    List<String> ids = new ArrayList<>();
    for (LogEntry entry : read()) {
      LogFindings one = new LogFindings();
      one.accept(entry);
      one.signs().keySet().stream().map(LogSign::id).forEach(ids::add);
      if (!one.unknown().isEmpty()) {
        ids.add("?");
      }
    }
    return ids;
  }

  /** What is to be recognised; what is no trouble does not count. */
  public List<String> wanted() {
    return expected.stream().filter(id -> !id.equals("-")).toList();
  }

  @Override
  public String toString() {
    return name;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  /** By name. */
  static Samples named(String file, String name) {
    return of(file).stream()
        .filter(sample -> sample.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(Map.of(file, name)));
  }
}
