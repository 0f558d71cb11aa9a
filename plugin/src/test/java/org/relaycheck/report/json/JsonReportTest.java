package org.relaycheck.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Subject;
import org.relaycheck.report.CheckRun;
import org.relaycheck.report.Draft;
import org.relaycheck.report.GoldenTest;
import org.relaycheck.report.Runs;
import org.relaycheck.state.Address;

class JsonReportTest {

  private static final Schema SCHEMA = schema();

  static List<CheckRun> runs() {
    CheckRun refused =
        CheckRun.refused(List.of("a.yaml:1:1  wrong"), FailOn.NONE, Runs.scope(), Runs.stamp());
    return List.of(Runs.everyVerdict(), Runs.nasty(), Runs.large(300, 200), Runs.fleet(9), refused);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void a_report_keeps_to_its_schema(CheckRun run) throws IOException {
    String json = GoldenTest.text(new JsonReport(), run);

    assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      textBlock =
          """
          "outcome": "unclear"     ~ "outcome": "green"
          "schema": "urn           ~ "schema": "urm
          "in_sync": 2             ~ "in_sync": -1
          "broken": 1              ~ "cracked": 1
          "line": 5                ~ "line": 0
          "verdict": "missing"     ~ "verdict": "in_sync"
          "severity": "warning"    ~ "severity": "warn"
          "id": "                  ~ "id": "x
          "waiver": null           ~ "waived": null
          "written": "2026-01-02T  ~ "written": "2026-01-02
          "state": "unread"        ~ "state": "read"
          "hosts": 2               ~ "hosts": "2"
          """)
  void a_report_that_is_changed_does_not(String before, String after) throws IOException {
    String json = GoldenTest.text(new JsonReport(), Runs.everyVerdict());

    List<Error> errors = SCHEMA.validate(json.replace(before, after), InputFormat.JSON);

    assertThat(json).contains(before);
    assertThat(errors).isNotEmpty();
  }

  @Test
  void the_text_is_what_was_found_character_by_character() throws IOException {
    String json = GoldenTest.text(new JsonReport(), Runs.nasty());

    JsonObject finding = parsed(json).getAsJsonArray("findings").get(0).getAsJsonObject();
    String halves = Runs.NASTY.replace("\uD800 ", "[U+D800] ").replace(" \uDC00", " [U+DC00]");
    assertThat(finding.get("observed").getAsString()).isEqualTo(halves);
    assertThat(new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(json);
  }

  @Test
  void what_hosts_have_alike_is_a_group_and_each_of_its_findings_stays() throws IOException {
    JsonObject report = parsed(GoldenTest.text(new JsonReport(), Runs.fleet(9)));

    JsonObject group =
        report.getAsJsonArray("groups").asList().stream()
            .map(one -> one.getAsJsonObject())
            .filter(one -> one.get("desired").getAsString().equals("220 {host}"))
            .findFirst()
            .orElseThrow();
    assertThat(group.get("name").getAsString()).isEqualTo("Relay {host}");
    assertThat(group.getAsJsonArray("hosts").asList())
        .extracting(host -> host.getAsString())
        .containsExactly(
            "EX00000", "EX00001", "EX00002", "EX00004", "EX00005", "EX00006", "EX00008");
    assertThat(report.getAsJsonArray("findings")).hasSize(2 + 3 * 7);
  }

  @Test
  void every_finding_has_an_id_of_its_own() throws IOException {
    String json = GoldenTest.text(new JsonReport(), Runs.large(5000, 5000));

    Set<String> ids = new HashSet<>();
    parsed(json)
        .getAsJsonArray("findings")
        .forEach(one -> ids.add(one.getAsJsonObject().get("id").getAsString()));
    assertThat(ids).hasSize(5000);
  }

  @Test
  void an_id_depends_on_every_part_of_the_subject_and_not_on_case() {
    Subject subject = new Draft(address("EX01", "SQL Relay"), Runs.TARPIT).error().subject();
    List<Subject> others = new ArrayList<>();
    others.add(new Draft(address("EX02", "SQL Relay"), Runs.TARPIT).error().subject());
    others.add(new Draft(address("EX01", "SQL Relay 2"), Runs.TARPIT).error().subject());
    others.add(new Draft(address("EX01", "SQL Relay"), Runs.BANNER).error().subject());
    others.add(
        new Draft(address("EX01", "SQL Relay"), Runs.TARPIT).baseline("b").error().subject());
    others.add(new Draft(address("EX01", "SQL Relay"), Runs.TARPIT).rule("r").error().subject());

    Subject sameInLowerCase =
        new Draft(address("ex01", "sql relay"), Runs.TARPIT).error().subject();

    assertThat(FindingId.of(sameInLowerCase)).isEqualTo(FindingId.of(subject));
    assertThat(others)
        .extracting(FindingId::of)
        .doesNotHaveDuplicates()
        .doesNotContain(FindingId.of(subject));
  }

  private static Address address(String host, String name) {
    return new Address(Runs.CONNECTORS, host, name);
  }

  private static JsonObject parsed(String json) {
    return JsonParser.parseString(json).getAsJsonObject();
  }

  private static Schema schema() {
    String name = "/META-INF/relay/schema/relay-report.schema.json";
    try (InputStream in = JsonReport.class.getResourceAsStream(name)) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
