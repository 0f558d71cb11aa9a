package org.relaycheck.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.report.CheckRun;
import org.relaycheck.report.GoldenTest;
import org.relaycheck.report.Runs;

class SarifReportTest {

  /** What GitHub takes of a compressed file. */
  private static final int LARGEST = 10 * 1024 * 1024;

  private static final Schema SCHEMA = schema();

  static List<CheckRun> runs() {
    return GitLabReportTest.runs();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void a_report_has_the_structure_that_the_standard_requires(CheckRun run) throws IOException {
    assertThat(SCHEMA.validate(text(run), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      textBlock =
          """
          "version": "2.1.0"          ~ "version": "2.0.0"
          "level": "error"            ~ "level": "critical"
          "primaryLocationLineHash"   ~ "lineHash"
          "startLine": 5              ~ "startLine": 0
          "executionSuccessful": true ~ "executionSuccessful": "yes"
          "uri": "policies/           ~ "uri": "my policies/
          "markdown":                 ~ "md":
          """)
  void a_report_that_is_changed_does_not(String before, String after) throws IOException {
    String json = text(Runs.large(3, 3));

    assertThat(json).contains(before);
    assertThat(SCHEMA.validate(json.replace(before, after), InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void a_group_is_one_result_of_a_rule_that_says_why_it_matters() throws IOException {
    JsonObject run = run(Runs.fleet(100));

    List<JsonObject> results = objects(run, "results");
    List<JsonObject> rules =
        objects(run.getAsJsonObject("tool").getAsJsonObject("driver"), "rules");
    assertThat(results).hasSize(4).anyMatch(one -> one.has("occurrenceCount"));
    assertThat(results)
        .allSatisfy(
            one ->
                assertThat(rules.get(one.get("ruleIndex").getAsInt()).get("id"))
                    .isEqualTo(one.get("ruleId")));
    assertThat(rules)
        .filteredOn(rule -> rule.get("id").getAsString().equals("Banner"))
        .singleElement()
        .extracting(rule -> rule.getAsJsonObject("help").get("markdown").getAsString())
        .asString()
        .contains("**`Banner`** of `receiveConnectors`");
  }

  @Test
  void of_too_many_the_worst_are_kept_and_the_rest_is_counted() throws IOException {
    CheckRun large = Runs.large(6_000, 6_000);

    String text = text(large);

    JsonObject run = run(text);
    assertThat(objects(run, "results")).hasSizeLessThanOrEqualTo(5_000);
    assertThat(text).contains("1000 more, all of them in report.json");
    assertThat(SCHEMA.validate(text, InputFormat.JSON)).isEmpty();
    assertThat(compressed(text)).isLessThan(LARGEST);
  }

  @Test
  void no_text_of_a_server_becomes_a_link_or_markup() throws IOException {
    JsonObject run = run(Runs.nasty());

    assertThat(objects(run, "results"))
        .isNotEmpty()
        .extracting(one -> one.getAsJsonObject("message").get("text").getAsString())
        .noneMatch(text -> text.contains("](") || text.contains("\n"));
  }

  @Test
  void what_could_not_be_judged_is_no_success() throws IOException {
    assertThat(text(Runs.everyVerdict())).contains("\"executionSuccessful\": false");
    assertThat(text(Runs.large(1, 0))).contains("\"executionSuccessful\": true");
  }

  private static String text(CheckRun run) throws IOException {
    return GoldenTest.text(new SarifReport(new RepositoryPaths(Path.of("").toAbsolutePath())), run);
  }

  private static JsonObject run(CheckRun run) throws IOException {
    return run(text(run));
  }

  private static JsonObject run(String text) {
    JsonObject log = JsonParser.parseString(text).getAsJsonObject();
    return log.getAsJsonArray("runs").get(0).getAsJsonObject();
  }

  private static List<JsonObject> objects(JsonObject of, String name) {
    return of.getAsJsonArray(name).asList().stream().map(JsonElement::getAsJsonObject).toList();
  }

  private static int compressed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.size();
  }

  private static Schema schema() {
    try (InputStream in =
        SarifReportTest.class.getResourceAsStream("sarif-structure.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Objects.requireNonNull(in));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
