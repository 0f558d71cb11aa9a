package org.relaycheck.report.probe;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.probe.ProbeAttempt;
import org.relaycheck.probe.expect.ProbeResult;
import org.relaycheck.probe.plan.WireVerdict;
import org.relaycheck.report.json.EscapingWriter;
import org.relaycheck.report.json.JsonFields;

/** A probe for machines; {@code META-INF/relay/schema/relay-probe.schema.json} describes it. */
final class ProbeJson {

  /** The name of the schema that a probe's report keeps to. */
  static final String SCHEMA = "urn:relaycheck:schema:relay-probe:1";

  private static final FormattingStyle STYLE = FormattingStyle.PRETTY.withNewline("\n");

  private ProbeJson() {}

  static void write(ProbeRun run, Writer out) throws IOException {
    JsonWriter json = new JsonWriter(new EscapingWriter(out));
    json.setFormattingStyle(STYLE);
    json.beginObject();
    JsonFields fields = new JsonFields(json).text("schema", SCHEMA);
    json.name("tool").beginObject();
    fields.text("name", "relay-maven-plugin").text("version", run.stamp().tool());
    json.endObject();
    fields
        .text("written", run.stamp().written().toString())
        .text("outcome", run.outcome().word())
        .text("failOn", run.failOn().word());
    json.name("counts").beginObject();
    fields
        .number("proved", run.proof().proved())
        .number("refuted", run.proof().refuted())
        .number("inconclusive", run.proof().inconclusive());
    json.endObject();
    fields.texts("problems", run.proof().problems());
    actions(run.actions(), json);
    json.name("attempts").beginArray();
    for (ProbeAttempt attempt : run.proof().attempts()) {
      attempt(attempt, run.before(attempt), json);
    }
    json.endArray();
    json.endObject();
    json.flush();
    out.write('\n');
    out.flush();
  }

  private static void actions(ProbeRun.Actions actions, JsonWriter json) throws IOException {
    json.name("actions").beginObject();
    json.name("connections").beginObject();
    for (Map.Entry<String, Integer> place : actions.connections().entrySet()) {
      json.name(place.getKey()).value(place.getValue());
    }
    json.endObject();
    new JsonFields(json).number("messages", actions.messages()).text("to", actions.to());
    json.endObject();
  }

  private static void attempt(ProbeAttempt attempt, Optional<LoadRates> former, JsonWriter json)
      throws IOException {
    json.beginObject();
    new JsonFields(json)
        .text("host", attempt.connector().host())
        .text("name", attempt.connector().name())
        .text("called", attempt.endpoint().name())
        .number("port", attempt.endpoint().port())
        .text("key", ProbeRun.key(attempt))
        .text("answered", attempt.answered());
    json.name("results").beginArray();
    for (ProbeResult result : attempt.results()) {
      result(result, json);
    }
    json.endArray();
    new JsonFields(json).texts("notes", attempt.notes());
    rates(
        "measured",
        Optional.of(LoadRates.of(attempt.measured())).filter(one -> !one.isEmpty()),
        json);
    rates("former", former, json);
    json.endObject();
  }

  private static void result(ProbeResult result, JsonWriter json) throws IOException {
    json.beginObject();
    JsonFields fields =
        new JsonFields(json).text("topic", result.topic()).text("expected", result.expected());
    if (result.judgement() instanceof WireVerdict.Proved proved) {
      fields.text("verdict", "proved").text("evidence", proved.evidence());
      fields.text("fix", Optional.empty());
    } else if (result.judgement() instanceof WireVerdict.Refuted refuted) {
      fields.text("verdict", "refuted").text("evidence", refuted.evidence());
      fields.text("fix", refuted.look());
    } else if (result.judgement() instanceof WireVerdict.Inconclusive inconclusive) {
      fields
          .text("verdict", "inconclusive")
          .text("evidence", inconclusive.why())
          .text("fix", inconclusive.fix());
    }
    fields
        .text("severity", result.severity().word())
        .text("file", result.place().file())
        .number("line", result.place().line())
        .number("column", result.place().column());
    json.endObject();
  }

  private static void rates(String name, Optional<LoadRates> rates, JsonWriter json)
      throws IOException {
    json.name(name);
    if (rates.isEmpty()) {
      json.nullValue();
      return;
    }
    LoadRates known = rates.get();
    json.beginObject();
    JsonFields fields = new JsonFields(json).number("held", known.held());
    json.name("refused").value(known.refused());
    fields.number("messages", known.messages());
    json.name("perSecond").value(known.perSecond());
    json.name("halfMillis").value(known.half());
    json.name("nearlyAllMillis").value(known.nearlyAll());
    json.endObject();
  }
}
