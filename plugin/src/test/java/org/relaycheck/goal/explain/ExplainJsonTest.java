package org.relaycheck.goal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.goal.GoalRequest;

/** What explain says to machines. */
class ExplainJsonTest {

  private static final String FAILED =
      "The mail could not be sent to the recipients because of the mail server failure. (Sending"
          + " Mail using Account 2 (2026-03-04T07:00:31). Exception Message: Cannot send mails to"
          + " mail server. (The operation has timed out.). )";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "421 4.3.2 The maximum number of concurrent connections has exceeded a limit",
        "550 5.7.64 TenantAttribution; Relay Access Denied",
        "554 5.9.9 words of nobody"
      })
  void it_keeps_to_its_schema(String text) throws Exception {
    String json = said(text);

    assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
  }

  @Test
  void what_breaks_the_schema_is_noticed() throws Exception {
    String json = said(FAILED).replace("\"possible\"", "\"perhaps\"");

    assertThat(schema().validate(json, InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void every_line_that_looks_like_trouble_is_there_or_told_as_not_known() throws Exception {
    String log =
        """
        2026-03-04 07:00:00 - ! [260] Unable to start mail session (reason: There was an error on the connection. Reason: x)
        2026-03-04 07:00:01 - ! [264] An attempt was made to send an email when no email session has been established
        2026-03-04 07:00:02 - ! [999] Something else could not be done
        """;

    JsonObject json = JsonParser.parseString(said(log)).getAsJsonObject();

    assertThat(json.getAsJsonArray("causes").get(0).getAsJsonObject().get("id").getAsString())
        .isEqualTo("agent-instance");
    JsonArray unknown = json.getAsJsonArray("unknown");
    assertThat(unknown).hasSize(1);
    assertThat(unknown.get(0).getAsJsonObject().get("text").getAsString())
        .endsWith("! [999] Something else could not be done");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5270\twarning\t2026-03-04 07:01:31.453\tX",
        "log_id,event_type,log_date,description\n5270,warning,2026-03-04 07:01:31.453,\"X\"",
        "03/04/2026 07:01:31,,Warning,5270,X,1256,4410,2,03/04/2026 07:01:31,CORP\\svc",
        "\"5270\",\"warning\",\"3/4/2026 7:01:31 AM\",\"X\"",
        "5270;warning;04.03.2026 07:01:31;\"X\"",
        "LogId       : 5270\nEventType   : Warning\nLogDate     : 3/4/2026 7:01:31 AM\nDescription : X",
        "       5270 warning     2026-03-04 07:01:31.453 \nX"
      })
  void a_retry_that_succeeded_is_delivered_later_in_every_layout(String layout) throws Exception {
    JsonObject json = JsonParser.parseString(said(layout.replace("X", FAILED))).getAsJsonObject();

    assertThat(json.get("deliveredLater").getAsInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5270\terror\t2026-03-04 07:01:31.453\tX",
        "03/04/2026 07:01:31,,Error,5270,X",
        "LogId       : 5270\nEventType   : Error\nDescription : X"
      })
  void one_that_failed_is_not(String layout) throws Exception {
    JsonObject json = JsonParser.parseString(said(layout.replace("X", FAILED))).getAsJsonObject();

    assertThat(json.get("deliveredLater").getAsInt()).isZero();
  }

  @Test
  void a_text_that_sqlcmd_cut_at_80_columns_is_one_text() throws Exception {
    StringBuilder cut = new StringBuilder();
    String row = "       5270 warning     2026-03-04 07:01:31.453 " + FAILED;
    for (int at = 0; at < row.length(); at += 80) {
      cut.append(row, at, Math.min(at + 80, row.length())).append('\n');
    }

    JsonObject json = JsonParser.parseString(said(cut.toString())).getAsJsonObject();

    assertThat(json.getAsJsonArray("causes")).isNotEmpty();
    assertThat(json.getAsJsonArray("unknown")).isEmpty();
    assertThat(json.get("deliveredLater").getAsInt()).isEqualTo(1);
  }

  @Test
  void a_protocol_log_proves_that_another_connector_answered() throws Exception {
    Path site = Path.of("src/test/resources/explain/log-of-2019");
    String host = "EX19";
    String log =
        "2026-03-01T06:12:01.400Z,"
            + host
            + "\\Default Frontend EX19,08DE0003,17,10.20.4.5:25,10.20.4.67:50124,>,550 5.7.54 SMTP;"
            + " Unable to relay recipient in non-accepted domain,";

    String page = ExplainTest.explain().run(request(site), asked(log)).page().markdown();

    assertThat(page).contains("**answered by** EX19\\\\Default Frontend EX19");
  }

  private String said(String text) throws Exception {
    StringWriter json = new StringWriter();
    ExplainTest.explain().run(request(folder), asked(text)).diagnosis().orElseThrow().json(json);
    return json.toString();
  }

  private static GoalRequest request(Path site) {
    return ExplainTest.request(site);
  }

  private ExplainQuestion asked(String text) throws Exception {
    Path log = Files.writeString(folder.resolve("mail.log"), text + "\n");
    return new ExplainQuestion(List.of(), Optional.empty(), Optional.of(log), Optional.empty());
  }

  private static Schema schema() throws Exception {
    String name = "/META-INF/relay/schema/relay-explain.schema.json";
    try (InputStream in =
        Objects.requireNonNull(ExplainJsonTest.class.getResourceAsStream(name), name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(text, InputFormat.JSON);
    }
  }
}
