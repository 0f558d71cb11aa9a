package org.relaycheck.report.history;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.Verdict;
import org.relaycheck.report.FindingText;
import org.relaycheck.report.json.FindingId;
import org.relaycheck.report.json.JsonFields;
import org.relaycheck.state.Severity;

/**
 * A finding as a run leaves it to the next.
 *
 * @param id the finding's own
 * @param host its host; empty where none is meant
 * @param about what it is about, in words
 * @param rule whether it is of a rule, which may look at other hosts too
 * @param unclear whether it could never be judged since it is found
 * @param severity how much it matters
 * @param since the run from which on it was found in each
 */
public record HistoryEntry(
    String id,
    String host,
    String about,
    boolean rule,
    boolean unclear,
    Severity severity,
    Instant since) {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

  /** A finding of which no run before has told. */
  static HistoryEntry of(Finding finding, Instant since) {
    return new HistoryEntry(
        FindingId.of(finding.subject()),
        finding.subject().address().host(),
        new FindingText(finding).subject(),
        finding.subject().rule().isPresent(),
        finding.verdict() == Verdict.UNCLEAR,
        finding.severity(),
        since);
  }

  /** Whether what was known already is no better and no worse judged than this. */
  boolean covers(HistoryEntry now) {
    return now.unclear || (!unclear && severity.reaches(now.severity));
  }

  /** What is found now, as long as this was; what cannot be judged now stays as it was. */
  HistoryEntry continuedBy(HistoryEntry now) {
    boolean blind = now.unclear && !unclear;
    return new HistoryEntry(
        id,
        now.host,
        now.about,
        now.rule,
        now.unclear && unclear,
        blind ? severity : now.severity,
        since);
  }

  void write(JsonWriter json) throws IOException {
    json.beginObject();
    new JsonFields(json)
        .text("id", id)
        .text("severity", severity.word())
        .text("since", since.toString())
        .text("host", host)
        .text("about", about);
    json.name("rule").value(rule).name("unclear").value(unclear).endObject();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws RuntimeException of Gson or java.time if it is something else
   */
  static HistoryEntry of(JsonObject json) {
    String id = HistoryLine.text(json, "id");
    if (!ID.matcher(id).matches()) {
      throw new JsonParseException("no id of a finding");
    }
    return new HistoryEntry(
        id,
        HistoryLine.text(json, "host"),
        HistoryLine.text(json, "about"),
        HistoryLine.member(json, "rule").getAsBoolean(),
        HistoryLine.member(json, "unclear").getAsBoolean(),
        HistoryLine.word(Severity.values(), Severity::word, HistoryLine.text(json, "severity")),
        Instant.parse(HistoryLine.text(json, "since")));
  }
}
