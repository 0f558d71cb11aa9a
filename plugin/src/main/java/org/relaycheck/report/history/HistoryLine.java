package org.relaycheck.report.history;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.relaycheck.compare.Outcome;
import org.relaycheck.report.json.EscapingWriter;
import org.relaycheck.report.json.JsonFields;

/**
 * What a run leaves to the next ones: one line of JSON.
 *
 * @param time the run's own moment
 * @param outcome what it came to
 * @param findings what it found and was not accepted, and what it could not judge again
 */
public record HistoryLine(Instant time, Outcome outcome, List<HistoryEntry> findings) {

  private static final int VERSION = 1;

  public HistoryLine {
    findings = List.copyOf(findings);
  }

  /** The line, with its end. */
  String text() throws IOException {
    StringWriter text = new StringWriter();
    JsonWriter json = new JsonWriter(new EscapingWriter(text));
    json.beginObject().name("version").value(VERSION);
    new JsonFields(json).text("time", time.toString()).text("outcome", outcome.word());
    json.name("findings").beginArray();
    for (HistoryEntry finding : findings) {
      finding.write(json);
    }
    json.endArray().endObject().flush();
    return text + "\n";
  }

  /** Reads a line; empty if it is damaged, or of another version. */
  static Optional<HistoryLine> parse(String text) {
    try {
      JsonObject json = JsonParser.parseString(text).getAsJsonObject();
      if (member(json, "version").getAsInt() != VERSION) {
        return Optional.empty();
      }
      List<HistoryEntry> findings = new ArrayList<>();
      for (JsonElement finding : member(json, "findings").getAsJsonArray()) {
        findings.add(HistoryEntry.of(finding.getAsJsonObject()));
      }
      Outcome outcome = word(Outcome.values(), Outcome::word, text(json, "outcome"));
      return Optional.of(new HistoryLine(Instant.parse(text(json, "time")), outcome, findings));
    } catch (JsonParseException
        | IllegalStateException
        | IllegalArgumentException
        | UnsupportedOperationException
        | DateTimeException damaged) {
      return Optional.empty();
    }
  }

  static JsonElement member(JsonObject json, String name) {
    return Optional.ofNullable(json.get(name))
        .orElseThrow(() -> new JsonParseException("no " + name));
  }

  static String text(JsonObject json, String name) {
    return member(json, name).getAsString();
  }

  static <T> T word(T[] values, Function<T, String> word, String wanted) {
    return Stream.of(values)
        .filter(value -> word.apply(value).equals(wanted))
        .findFirst()
        .orElseThrow(() -> new JsonParseException("unknown " + wanted));
  }
}
