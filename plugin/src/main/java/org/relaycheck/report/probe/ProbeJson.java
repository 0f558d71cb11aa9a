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
        .number("untold", run.proof().untold());
    json.endObject();
    fields.texts("problems", run.proof().problems());
    deeds(run.deeds(), json);
    json.name("trials").beginArray();
    for (ProbeAttempt trial : run.proof().trials()) {
      trial(trial, run.before(trial), json);
    }
    json.endArray();
    json.endObject();
    json.flush();
    out.write('\n');
    out.flush();
  }

  private static void deeds(ProbeRun.Deeds deeds, JsonWriter json) throws IOException {
    json.name("deeds").beginObject();
    json.name("connections").beginObject();
    for (Map.Entry<String, Integer> place : deeds.connections().entrySet()) {
      json.name(place.getKey()).value(place.getValue());
    }
    json.endObject();
    new JsonFields(json).number("messages", deeds.messages()).text("to", deeds.to());
    json.endObject();
  }

  private static void trial(ProbeAttempt trial, Optional<LoadRates> former, JsonWriter json)
      throws IOException {
    json.beginObject();
    new JsonFields(json)
        .text("host", trial.connector().host())
        .text("name", trial.connector().name())
        .text("called", trial.endpoint().name())
        .number("port", trial.endpoint().port())
        .text("key", ProbeRun.key(trial))
        .text("answered", trial.answered());
    json.name("points").beginArray();
    for (ProbeResult point : trial.points()) {
      point(point, json);
    }
    json.endArray();
    new JsonFields(json).texts("notes", trial.notes());
    rates(
        "measured",
        Optional.of(LoadRates.of(trial.measured())).filter(one -> !one.isEmpty()),
        json);
    rates("former", former, json);
    json.endObject();
  }

  private static void point(ProbeResult point, JsonWriter json) throws IOException {
    json.beginObject();
    JsonFields fields =
        new JsonFields(json).text("topic", point.topic()).text("expected", point.expected());
    if (point.judgement() instanceof WireVerdict.Proved proved) {
      fields.text("verdict", "proved").text("evidence", proved.evidence());
      fields.text("fix", Optional.empty());
    } else if (point.judgement() instanceof WireVerdict.Refuted refuted) {
      fields.text("verdict", "refuted").text("evidence", refuted.evidence());
      fields.text("fix", refuted.look());
    } else if (point.judgement() instanceof WireVerdict.Untold untold) {
      fields.text("verdict", "untold").text("evidence", untold.why()).text("fix", untold.fix());
    }
    fields
        .text("severity", point.severity().word())
        .text("file", point.place().file())
        .number("line", point.place().line())
        .number("column", point.place().column());
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
