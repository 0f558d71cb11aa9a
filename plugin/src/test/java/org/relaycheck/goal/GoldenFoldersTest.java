package org.relaycheck.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.Outcome;
import org.relaycheck.compare.Verdict;
import org.relaycheck.expected.ExpectedFiles;
import org.relaycheck.report.CheckRun;
import org.relaycheck.state.Severity;

/** From a policy and records to everything that a check tells, byte for byte. */
class GoldenFoldersTest {

  /** A temporary folder may have underlines in its name, which Markdown writes in another way. */
  private static final Path WINDOWS = Path.of("target/golden");

  private static final Path SCHEMA =
      Path.of("src/main/resources/META-INF/relay/schema/relay-report.schema.json");

  @TempDir private Path temporary;

  @TestFactory
  @Tag(ExpectedFiles.TAG)
  Stream<DynamicTest> a_check_tells_what_the_golden_folder_holds() {
    return each(
        (situation, target) ->
            ExpectedFiles.assertSame(
                situation.expected(), situation.expectedNames(), situation.made(target)));
  }

  /** In these each file of the output is expected, and only these follow a change of a format. */
  @Test
  void the_folders_of_every_format_show_every_outcome_and_every_kind_of_finding() {
    List<Situation> situations = Situation.all().stream().filter(Situation::ofEveryFormat).toList();

    List<CheckRun> runs = situations.stream().map(situation -> situation.run(1)).toList();
    List<Finding> findings = runs.stream().flatMap(run -> run.drift().findings().stream()).toList();
    assertThat(situations).extracting(Situation::name).hasSizeBetween(12, 17);
    assertThat(runs).extracting(CheckRun::outcome).contains(Outcome.values());
    assertThat(EnumSet.allOf(Verdict.class))
        .allSatisfy(verdict -> assertThat(runs).anyMatch(run -> run.drift().count(verdict) > 0));
    assertThat(findings).extracting(Finding::severity).contains(Severity.WARNING, Severity.ERROR);
    assertThat(findings)
        .anyMatch(finding -> finding.subject().rule().isPresent())
        .anyMatch(finding -> finding.subject().baseline().isPresent())
        .anyMatch(finding -> finding.subject().setting().isEmpty())
        .anyMatch(finding -> finding.trail().waiver().isPresent());
  }

  @TestFactory
  Stream<DynamicTest> the_number_of_threads_changes_no_byte() {
    return each(
        (situation, target) ->
            assertSame(situation.output(32, target), situation.output(1, target)));
  }

  @TestFactory
  Stream<DynamicTest> neither_locale_nor_zone_changes_a_byte() {
    return each(
        (situation, target) -> {
          SortedMap<String, String> before = situation.output(8, target);

          SortedMap<String, String> turkish = elsewhere("tr-TR", situation, target);
          SortedMap<String, String> arabic = elsewhere("ar-EG-u-nu-arab", situation, target);

          assertSame(turkish, before);
          assertSame(arabic, before);
        });
  }

  private static SortedMap<String, String> elsewhere(
      String language, Situation situation, Path target) {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(language));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
      return situation.output(8, target);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @TestFactory
  Stream<DynamicTest> the_ends_of_lines_change_no_byte() {
    return each(
        (situation, target) -> {
          Situation windows = new Situation(WINDOWS.resolve(situation.name()));
          situation.given().forEach((name, bytes) -> write(windows.folder().resolve(name), bytes));

          SortedMap<String, String> output = windows.output(8, target);

          assertSame(output, situation.output(8, target));
        });
  }

  private static void assertSame(
      SortedMap<String, String> output, SortedMap<String, String> expected) {
    assertThat(output.keySet()).isEqualTo(expected.keySet());
    output.forEach((name, text) -> assertThat(text).as(name).isEqualTo(expected.get(name)));
  }

  private static void write(Path file, byte[] bytes) {
    boolean utf16 = bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE;
    String text = new String(bytes, StandardCharsets.UTF_8).replace("\n", "\r\n");
    try {
      Files.createDirectories(file.resolveSibling("."));
      Files.write(file, utf16 ? bytes : text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException unwritten) {
      throw new UncheckedIOException(unwritten);
    }
  }

  @TestFactory
  Stream<DynamicTest> a_report_is_what_the_schema_says() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
    return each(
        (situation, target) -> {
          String report = situation.output(1, target).getOrDefault("report.json", "");

          assertThat(schema.validate(report, InputFormat.JSON)).isEmpty();
        });
  }

  @Test
  void every_outcome_has_a_situation() {
    assertThat(Situation.all().stream().map(situation -> situation.run(1).outcome()).distinct())
        .containsExactlyInAnyOrder(Outcome.values());
  }

  private Stream<DynamicTest> each(BiConsumer<Situation, Path> test) {
    return Situation.all().stream()
        .map(
            situation ->
                dynamicTest(
                    situation.name(),
                    () -> test.accept(situation, temporary.resolve(situation.name()))));
  }
}
