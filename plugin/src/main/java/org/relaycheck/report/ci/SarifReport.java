package org.relaycheck.report.ci;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.relaycheck.compare.Finding;
import org.relaycheck.report.CheckRun;
import org.relaycheck.report.Notice;
import org.relaycheck.report.ReportFormat;
import org.relaycheck.report.json.EscapingWriter;
import org.relaycheck.report.json.JsonFields;
import org.relaycheck.report.text.MarkdownText;

/**
 * A run as SARIF 2.1.0, which GitHub shows as alerts of code scanning.
 *
 * <p>Source: the OASIS standard, and GitHub's "SARIF support for code scanning": of 25 000 results
 * it keeps 5 000, it takes 10 MB when compressed, and it tells alerts of one line apart by {@code
 * primaryLocationLineHash} alone.
 */
public final class SarifReport implements ReportFormat {

  /** More than GitHub keeps; they come the worst first. */
  private static final int MOST_RESULTS = 5_000;

  /** So that the results stay below the size that is taken, however badly they compress. */
  private static final int LONGEST_TEXT = 1_000;

  private static final FormattingStyle STYLE = FormattingStyle.PRETTY.withNewline("\n");

  private final RepositoryPaths paths;

  public SarifReport(RepositoryPaths paths) {
    this.paths = paths;
  }

  @Override
  public String fileName() {
    return "relay.sarif";
  }

  @Override
  public void write(CheckRun run, Writer out) throws IOException {
    List<Notice> all = Notice.of(run);
    List<Notice> told = all.stream().limit(MOST_RESULTS).toList();
    Map<String, Notice> rules = new TreeMap<>();
    told.forEach(notice -> rules.merge(notice.rule(), notice, SarifReport::better));
    JsonWriter json = new JsonWriter(new EscapingWriter(out));
    json.setFormattingStyle(STYLE);
    json.beginObject();
    new JsonFields(json)
        .text("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
        .text("version", "2.1.0");
    json.name("runs").beginArray().beginObject();
    tool(run, rules, json);
    new JsonFields(json).text("columnKind", "unicodeCodePoints");
    invocation(run, all.size() - told.size(), json);
    json.name("results").beginArray();
    List<String> order = new ArrayList<>(rules.keySet());
    for (Notice notice : told) {
      result(notice, order.indexOf(notice.rule()), json);
    }
    json.endArray().endObject().endArray().endObject();
    json.flush();
    out.write('\n');
    out.flush();
  }

  /** Of two of one rule the worse, unless only the other says why the rule is one. */
  private static Notice better(Notice one, Notice other) {
    return reason(one).isEmpty() && reason(other).isPresent() ? other : one;
  }

  private static Optional<String> reason(Notice notice) {
    return notice.group().flatMap(group -> group.first().reasons().reason());
  }

  private static void tool(CheckRun run, Map<String, Notice> rules, JsonWriter json)
      throws IOException {
    json.name("tool").beginObject().name("driver").beginObject();
    new JsonFields(json).text("name", "relay-maven-plugin").text("version", run.stamp().tool());
    json.name("rules").beginArray();
    for (Map.Entry<String, Notice> rule : rules.entrySet()) {
      rule(rule.getKey(), rule.getValue(), json);
    }
    json.endArray().endObject().endObject();
  }

  private static void rule(String id, Notice notice, JsonWriter json) throws IOException {
    json.beginObject();
    new JsonFields(json).text("id", id);
    String kind =
        notice.group().map(group -> group.first().subject().address().kind()).orElse("relay");
    message("shortDescription", id + " of " + kind, json);
    Optional<String> reason = reason(notice);
    if (reason.isPresent()) {
      message("fullDescription", reason.get(), json);
    }
    String text = reason.orElse("What the policy states of it is not so, or could not be read.");
    json.name("help").beginObject();
    new JsonFields(json)
        .text("text", plain(text))
        .text(
            "markdown",
            "**"
                + MarkdownText.FLOW.code(id)
                + "** of "
                + MarkdownText.FLOW.code(kind)
                + "\n\n"
                + MarkdownText.FLOW.text(text)
                + "\n\n`mvn relay:explain` knows more of it.");
    json.endObject();
    json.endObject();
  }

  private static void message(String name, String text, JsonWriter json) throws IOException {
    json.name(name).beginObject();
    new JsonFields(json).text("text", plain(text));
    json.endObject();
  }

  /** Who reads the file has to be told that something could not be judged, or is not in it. */
  private static void invocation(CheckRun run, int more, JsonWriter json) throws IOException {
    json.name("invocations").beginArray().beginObject();
    boolean judged =
        switch (run.outcome()) {
          case ERROR, UNCLEAR -> false;
          case DRIFT, PARTIAL, CLEAN -> true;
        };
    json.name("executionSuccessful").value(judged);
    new JsonFields(json).text("endTimeUtc", run.stamp().written().toString());
    if (more > 0) {
      json.name("toolExecutionNotifications").beginArray().beginObject();
      new JsonFields(json).text("level", "warning");
      message("message", more + " more, all of them in report.json", json);
      json.endObject().endArray();
    }
    json.endObject().endArray();
  }

  private void result(Notice notice, int rule, JsonWriter json) throws IOException {
    json.beginObject();
    new JsonFields(json)
        .text("ruleId", notice.rule())
        .number("ruleIndex", rule)
        .text("level", level(notice.level()));
    message("message", notice.text(), json);
    List<Finding> findings = notice.group().map(group -> group.findings()).orElse(List.of());
    if (findings.size() > 1) {
      new JsonFields(json).number("occurrenceCount", findings.size());
    }
    json.name("locations").beginArray().beginObject().name("physicalLocation").beginObject();
    json.name("artifactLocation").beginObject();
    location(paths.name(notice.place().file()), json);
    json.endObject().name("region").beginObject();
    new JsonFields(json)
        .number("startLine", notice.place().line())
        .number("startColumn", notice.place().column());
    json.endObject().endObject().endObject().endArray();
    json.name("partialFingerprints").beginObject();
    new JsonFields(json)
        .text("primaryLocationLineHash", notice.id())
        .text("findingId/v1", notice.id());
    json.endObject();
    json.endObject();
  }

  /** A file of the repository is relative to its top; another has its whole address. */
  private static void location(String name, JsonWriter json) throws IOException {
    String encoded =
        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
    boolean whole = name.startsWith("/") || name.matches("[A-Za-z]:/.*");
    JsonFields fields = new JsonFields(json);
    if (whole) {
      fields.text("uri", "file://" + (name.startsWith("/") ? "" : "/") + encoded);
    } else {
      fields.text("uri", encoded).text("uriBaseId", "%SRCROOT%");
    }
  }

  /** What no reader takes for a link, which a message of SARIF may hold. */
  private static String plain(String text) {
    String whole = text.replace("](", "] (");
    int end = Math.min(LONGEST_TEXT, whole.length());
    boolean half = end < whole.length() && Character.isHighSurrogate(whole.charAt(end - 1));
    return end == whole.length() ? whole : whole.substring(0, half ? end - 1 : end) + "…";
  }

  private static String level(Notice.Level level) {
    return switch (level) {
      case UNKNOWN, ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "note";
    };
  }
}
