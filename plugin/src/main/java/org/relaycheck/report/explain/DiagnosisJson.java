package org.relaycheck.report.explain;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.relaycheck.explain.cause.Likelihood;
import org.relaycheck.explain.cause.PlaceToLook;
import org.relaycheck.explain.cause.RankedCause;
import org.relaycheck.explain.log.EntryTally;
import org.relaycheck.explain.log.LogEntry;
import org.relaycheck.report.json.EscapingWriter;
import org.relaycheck.report.json.JsonFields;

/**
 * A diagnosis for machines; {@code META-INF/relay/schema/relay-explain.schema.json} describes it.
 */
final class DiagnosisJson {

  /** The name of the schema that the file keeps to. */
  static final String SCHEMA = "urn:relaycheck:schema:relay-explain:1";

  private static final FormattingStyle STYLE = FormattingStyle.PRETTY.withNewline("\n");

  private final LogDiagnosis diagnosis;
  private final JsonWriter json;
  private final JsonFields fields;

  private DiagnosisJson(LogDiagnosis diagnosis, Writer out) {
    this.diagnosis = diagnosis;
    json = new JsonWriter(new EscapingWriter(out));
    json.setFormattingStyle(STYLE);
    fields = new JsonFields(json);
  }

  static void write(LogDiagnosis diagnosis, Writer out) throws IOException {
    new DiagnosisJson(diagnosis, out).write();
    out.write('\n');
    out.flush();
  }

  private void write() throws IOException {
    json.beginObject();
    fields.text("schema", SCHEMA);
    json.name("causes").beginArray();
    for (RankedCause suspect : diagnosis.suspects()) {
      cause(suspect);
    }
    json.endArray();
    json.name("unknown").beginArray();
    for (EntryTally tally : diagnosis.told().unknown().values()) {
      json.beginObject();
      LogEntry first = tally.first().get(0);
      fields.text("line", first.where()).text("text", first.text());
      json.name("count").value(tally.count());
      json.endObject();
    }
    json.endArray();
    json.name("deliveredLater").value(diagnosis.told().deliveredLater());
    fields.texts("unseen", diagnosis.unseen());
    json.endObject();
    json.flush();
  }

  private void cause(RankedCause suspect) throws IOException {
    List<PlaceToLook> looks = suspect.cause().looks();
    json.beginObject();
    fields
        .text("id", suspect.cause().id())
        .text("title", suspect.cause().told().title())
        .text("likelihood", likelihood(suspect.judgement().weight()))
        .texts("settings", looks.stream().flatMap(look -> diagnosis.name(look).stream()).toList())
        .texts("where", suspect.where())
        .texts(
            "look",
            looks.stream()
                .filter(look -> look.setting().isEmpty())
                .map(PlaceToLook::advice)
                .toList())
        .texts(
            "do",
            looks.stream()
                .flatMap(
                    look -> look.setting().stream().map(row -> row.name() + ": " + look.advice()))
                .toList())
        .texts("seen", suspect.judgement().seen())
        .texts("lines", suspect.evidence().stream().map(LogEntry::where).distinct().toList())
        .text("why", suspect.cause().told().why())
        .text("source", suspect.cause().source());
    json.endObject();
  }

  private static String likelihood(Likelihood weight) {
    return switch (weight) {
      case FITS -> "fits";
      case LIKELY, POSSIBLE -> "possible";
      case UNLIKELY, EXCLUDED -> "unlikely";
    };
  }
}
