package org.relaycheck.report.json;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.relaycheck.compare.ComparisonCoverage;
import org.relaycheck.compare.Difference;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingGroup;
import org.relaycheck.compare.PolicyChange;
import org.relaycheck.compare.Reasons;
import org.relaycheck.compare.Verdict;
import org.relaycheck.report.CheckRun;
import org.relaycheck.report.ReportFormat;
import org.relaycheck.report.VerdictMark;
import org.relaycheck.report.history.FindingStatus;
import org.relaycheck.report.history.HistoryComparison;
import org.relaycheck.report.history.HistoryComparison.Standing;
import org.relaycheck.report.history.HistoryEntry;
import org.relaycheck.state.Address;
import org.relaycheck.state.HostState;
import org.relaycheck.state.Place;
import org.relaycheck.state.Waiver;

/** A run for machines; {@code META-INF/relay/schema/relay-report.schema.json} describes it. */
public final class JsonReport implements ReportFormat {

  /** The name of the schema that a report keeps to. */
  static final String SCHEMA = "urn:relaycheck:schema:relay-report:1";

  /** Two spaces and LF, whatever the system. */
  private static final FormattingStyle STYLE = FormattingStyle.PRETTY.withNewline("\n");

  @Override
  public String fileName() {
    return "report.json";
  }

  @Override
  public void write(CheckRun run, Writer out) throws IOException {
    Writer escaping = new EscapingWriter(out);
    JsonWriter json = new JsonWriter(escaping);
    json.setFormattingStyle(STYLE);
    json.beginObject();
    head(run, json);
    coverage(run, json);
    new JsonFields(json).texts("waivers", run.drift().waivers());
    json.name("hosts").beginArray();
    for (Map.Entry<String, HostState> host : run.hosts().entrySet()) {
      host(host.getKey(), host.getValue(), json);
    }
    json.endArray();
    json.name("findings").beginArray();
    for (Finding finding : run.drift().findings()) {
      finding(finding, run.history().flatMap(runs -> runs.standing(finding)), json);
    }
    json.endArray();
    json.name("groups").beginArray();
    for (FindingGroup group : FindingGroup.of(run.drift().findings())) {
      if (group.isOfSeveral()) {
        group(group, json);
      }
    }
    json.endArray();
    comparisons(run, json);
    json.endObject();
    json.flush();
    out.write('\n');
    out.flush();
  }

  private static void comparisons(CheckRun run, JsonWriter json) throws IOException {
    if (run.change().isPresent()) {
      change(run.change().get(), json);
    }
    if (run.history().isPresent()) {
      history(run.history().get(), json);
    }
  }

  private static void history(HistoryComparison history, JsonWriter json) throws IOException {
    json.name("history").beginObject();
    JsonFields fields =
        new JsonFields(json)
            .text("folder", history.folder())
            .text("before", history.before().map(Instant::toString));
    for (FindingStatus status : FindingStatus.values()) {
      fields.number(status.word(), history.count(status));
    }
    json.name("resolved").beginArray();
    for (HistoryEntry entry : history.resolved()) {
      json.beginObject();
      fields
          .text("id", entry.id())
          .text("host", entry.host())
          .text("about", entry.about())
          .text("severity", entry.severity().word())
          .text("since", entry.since().toString());
      json.endObject();
    }
    json.endArray();
    fields.texts("warnings", history.warnings());
    json.endObject();
  }

  /**
   * What is found with the policy before only stands nowhere else; of the rest, the ids will do.
   */
  private static void change(PolicyChange change, JsonWriter json) throws IOException {
    json.name("change").beginObject();
    JsonFields fields = new JsonFields(json).texts("base", change.base());
    json.name("fixes").beginArray();
    for (Finding finding : change.fixes()) {
      finding(finding, Optional.empty(), json);
    }
    json.endArray();
    fields.texts("breaks", ids(change.breaks())).texts("unchanged", ids(change.unchanged()));
    json.endObject();
  }

  private static List<String> ids(List<Finding> findings) {
    return findings.stream().map(finding -> FindingId.of(finding.subject())).toList();
  }

  private static void head(CheckRun run, JsonWriter json) throws IOException {
    JsonFields fields = new JsonFields(json).text("schema", SCHEMA);
    json.name("tool").beginObject();
    fields.text("name", "relay-maven-plugin").text("version", run.stamp().tool());
    json.endObject();
    fields
        .text("written", run.stamp().written().toString())
        .text("outcome", run.outcome().word())
        .text("failOn", run.failOn().word());
    json.name("scope").beginObject();
    fields.texts("policies", run.scope().policies()).texts("hosts", run.scope().hosts());
    json.endObject();
  }

  private static void coverage(CheckRun run, JsonWriter json) throws IOException {
    JsonFields fields = new JsonFields(json);
    ComparisonCoverage coverage = run.drift().coverage();
    long hosts = run.hosts().values().stream().filter(HostState.Read.class::isInstance).count();
    json.name("coverage").beginObject();
    fields
        .number("declared", coverage.declared())
        .number("read", coverage.read())
        .number("hosts", (int) hosts)
        .texts("notes", coverage.notes())
        .texts("unmentioned", coverage.unmentioned());
    json.endObject();
    json.name("counts").beginObject();
    for (Verdict verdict : Verdict.values()) {
      fields.number(VerdictMark.word(verdict), run.drift().count(verdict));
    }
    json.endObject();
  }

  private static void host(String host, HostState state, JsonWriter json) throws IOException {
    json.beginObject();
    JsonFields fields = new JsonFields(json).text("host", host);
    if (state instanceof HostState.Read read) {
      fields.text("state", "read").text("read", read.at().map(Instant::toString));
      fields.text("why", Optional.empty()).text("fix", Optional.empty());
      fields.texts("facts", read.facts());
    } else if (state instanceof HostState.Unread unread) {
      fields.text("state", "unread").text("read", Optional.empty());
      fields.text("why", unread.why()).text("fix", unread.fix()).texts("facts", Map.of());
    } else if (state instanceof HostState.Skipped skipped) {
      fields.text("state", "skipped").text("read", Optional.empty());
      fields.text("why", skipped.why()).text("fix", Optional.empty()).texts("facts", Map.of());
    }
    json.endObject();
  }

  /** A status is told only where there is a history to tell it from. */
  private static void finding(Finding finding, Optional<Standing> standing, JsonWriter json)
      throws IOException {
    json.beginObject();
    Address address = finding.subject().address();
    JsonFields fields =
        new JsonFields(json)
            .text("id", FindingId.of(finding.subject()))
            .text("kind", address.kind())
            .text("host", address.host())
            .text("name", address.name());
    comparison(finding, text -> text, fields);
    trail(finding.trail(), fields);
    waiver(finding.trail().waiver(), json);
    if (standing.isPresent()) {
      fields
          .text("status", standing.get().status().word())
          .text("since", standing.get().since().toString());
    }
    json.endObject();
  }

  private static void group(FindingGroup group, JsonWriter json) throws IOException {
    json.beginObject();
    Finding finding = group.first();
    Address address = finding.subject().address();
    JsonFields fields =
        new JsonFields(json)
            .texts("hosts", group.hosts())
            .text("kind", address.kind())
            .text("name", group.general(address.name()));
    comparison(finding, group::general, fields);
    waiver(finding.trail().waiver(), json);
    json.endObject();
  }

  private static void comparison(Finding finding, UnaryOperator<String> words, JsonFields fields)
      throws IOException {
    Difference sides = finding.difference();
    Reasons reasons = finding.reasons();
    fields
        .text("setting", finding.subject().setting().map(Object::toString))
        .text("rule", finding.subject().rule())
        .text("baseline", finding.subject().baseline())
        .text("verdict", VerdictMark.word(finding.verdict()))
        .text("severity", finding.severity().word())
        .text("desired", words.apply(sides.desired()))
        .text("observed", sides.observed().map(words))
        .text("fix", sides.fix().or(reasons::fix).map(words))
        .text("reason", reasons.reason())
        .text("why", reasons.why().map(words))
        .text("cause", reasons.cause().map(words));
  }

  private static void trail(Finding.Trail trail, JsonFields fields) throws IOException {
    Optional<Place> place = trail.origin().map(origin -> origin.place());
    fields
        .text("file", place.map(Place::file))
        .number("line", place.map(Place::line))
        .number("column", place.map(Place::column))
        .text("changedBy", trail.change().by())
        .text("changedAt", trail.change().at());
  }

  private static void waiver(Optional<Waiver.Grant> grant, JsonWriter json) throws IOException {
    json.name("waiver");
    if (grant.isEmpty()) {
      json.nullValue();
      return;
    }
    json.beginObject();
    new JsonFields(json)
        .text("reason", grant.get().reason())
        .text("owner", grant.get().owner())
        .text("until", grant.get().until().toString())
        .text("approvedBy", grant.get().approvedBy())
        .text("reference", grant.get().reference());
    json.endObject();
  }
}
