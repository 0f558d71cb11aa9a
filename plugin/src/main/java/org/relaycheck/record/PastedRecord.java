package org.relaycheck.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.record.PastedText.Line;
import org.relaycheck.record.RecordFile.Problem;

/**
 * What people copied or redirected from a shell, with what the shell says around it. An error or a
 * warning of the shell among it shows that something may be lacking.
 */
final class PastedRecord {

  private static final int SHOWN = 100;

  private final RecordFile file;
  private final RecordAdvice advice;
  private final RecordedValues values;
  private final ConnectorEvidence evidence;
  private final RecordedConnectors connectors;

  PastedRecord(RecordFile file, RecordAdvice advice, Catalogue catalogue, Optional<String> only) {
    this.file = file;
    this.advice = advice;
    this.values = new RecordedValues(catalogue);
    this.evidence = new ConnectorEvidence(values);
    this.connectors = new RecordedConnectors(file, catalogue.kind(), only);
  }

  HostAnswer answer(BufferedReader text) throws IOException, UnusableRecordException {
    List<Line> lines = spoken(PastedText.lines(text));
    int begin = 0;
    Optional<PastedForm> form = Optional.empty();
    for (int i = 0; i < lines.size() && form.isEmpty(); i++) {
      begin = i;
      form = form(lines, i);
    }
    if (form.isEmpty()) {
      throw file.unusable(
          new Problem(
              "is neither XML nor a list, a table, CSV or JSON: no 'Name : value' in it",
              advice.fix()));
    }
    boolean among = form.get() instanceof RecordedList || form.get() instanceof RecordedTable;
    troubles(lines);
    if (form.get() instanceof RecordedList) {
      tables(lines);
    }
    add(form.get().objects(among ? lines : lines.subList(begin, lines.size())));
    return new HostAnswer.Answered(connectors.answer(), form.get().form());
  }

  private void add(List<RecordedObject> objects) throws UnusableRecordException {
    for (RecordedObject object : objects) {
      Optional<String> against = evidence.against(object);
      if (against.isPresent()) {
        Set<String> names = object.values().keySet();
        throw file.unusable(
            object.line(),
            1,
            new Problem(advice.why(names).orElse(against.get()), advice.fix(names)));
      }
      connectors.add(object);
    }
  }

  private void tables(List<Line> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (RecordedTable.isRule(lines, i)) {
        connectors.lacking(
            "the table at line " + lines.get(i).number() + " is not read beside a list");
      }
    }
  }

  /** Without the heads of a transcript, which look like properties. */
  private static List<Line> spoken(List<Line> all) {
    List<Line> lines = new ArrayList<>();
    boolean head = false;
    for (Line line : all) {
      boolean stars = ShellLine.isStars(line.text());
      head ^= stars;
      lines.add(stars || head ? new Line(line.number(), "") : line);
    }
    return lines;
  }

  private Optional<PastedForm> form(List<Line> lines, int at) {
    String text = lines.get(at).text();
    if (lines.get(at).isBlank()
        || ShellLine.isTrouble(text, evidence::knows)
        || ShellLine.isAside(text)
        || ShellLine.isFence(text)
        || ShellLine.command(text).isPresent()
        || RecordedCsv.isPreamble(text)) {
      return Optional.empty();
    }
    if (RecordedJson.begins(text)) {
      return Optional.of(new RecordedJson(file, values));
    }
    if (RecordedList.begins(text, evidence::knows)) {
      return Optional.of(new RecordedList(file, values, evidence::knows, lines));
    }
    String next = at + 1 < lines.size() ? lines.get(at + 1).text() : "";
    return at + 1 < lines.size() && RecordedTable.isRule(lines, at + 1)
        ? Optional.of(new RecordedTable(file, values))
        : RecordedCsv.at(text, next, evidence, file, values);
  }

  private void troubles(List<Line> lines) {
    for (Line line : lines) {
      if (ShellLine.isTrouble(line.text(), evidence::knows)) {
        String text = line.text().strip();
        connectors.lacking(
            "the shell reports at line "
                + line.number()
                + ": "
                + (text.length() > SHOWN ? text.substring(0, SHOWN) + "\u2026" : text));
      }
    }
  }
}
