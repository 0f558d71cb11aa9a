package org.relaycheck.goal.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.relaycheck.compare.FailOn;
import org.relaycheck.expected.ExpectedFiles;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.record.RecordSource;
import org.relaycheck.report.explain.ExplanationText;
import org.relaycheck.report.page.ReportPage;
import org.relaycheck.report.text.ConsoleLine;

/** What explain says, word for word: in the log and in explain.md. */
public class ExplainTest {

  private static final Path FOLDER = Path.of("src/test/resources/explain");
  private static final int WIDTH = 93;

  @TestFactory
  @Tag(ExpectedFiles.TAG)
  Stream<DynamicTest> it_says_what_the_folder_holds() throws IOException {
    return folders().stream()
        .map(
            folder ->
                dynamicTest(
                    folder.getFileName().toString(),
                    () -> {
                      ReportPage page = page(folder);

                      ExpectedFiles.assertSame(
                          folder.resolve("expected"), Set.of(), made(folder, page));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> a_language_changes_nothing() throws IOException {
    return folders().stream()
        .map(
            folder ->
                dynamicTest(
                    folder.getFileName().toString(),
                    () -> {
                      Locale before = Locale.getDefault();
                      String usual = log(page(folder));
                      try {
                        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
                        assertThat(log(page(folder))).isEqualTo(usual);
                      } finally {
                        Locale.setDefault(before);
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> no_line_of_words_is_wider_than_a_terminal() throws IOException {
    return folders().stream()
        .map(
            folder ->
                dynamicTest(
                    folder.getFileName().toString(),
                    () ->
                        assertThat(page(folder).lines())
                            .extracting(ConsoleLine::text)
                            .filteredOn(line -> line.strip().contains(" "))
                            .allSatisfy(
                                line -> assertThat(line.length()).isLessThanOrEqualTo(WIDTH))));
  }

  private static List<Path> folders() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.sorted().toList();
    }
  }

  static ReportPage page(Path folder) throws Exception {
    return explanation(folder).page();
  }

  static ExplanationText explanation(Path folder) throws Exception {
    Properties puzzle = new Properties();
    try (Reader in = Files.newBufferedReader(folder.resolve("puzzle.properties"))) {
      puzzle.load(in);
    }
    Optional<String> settings = Optional.ofNullable(puzzle.getProperty("setting"));
    return explain()
        .run(
            request(folder),
            new ExplainQuestion(
                settings.map(names -> List.of(names.split(","))).orElse(List.of()),
                Optional.ofNullable(puzzle.getProperty("symptom")),
                Optional.ofNullable(puzzle.getProperty("log")).map(folder::resolve),
                Optional.empty()));
  }

  public static Explain explain() {
    RecordSource records = new RecordSource(ResourceKinds.receiveConnectors());
    return new Explain(new GoalPorts(records, SurveyProgress.silent(), "1.0.0"), line -> {});
  }

  public static GoalRequest request(Path folder) {
    return new GoalRequest(
        new GoalRequest.Paths(
            List.of(folder.resolve("relay-policy.yaml")), folder.resolve("relay-connections.yaml")),
        List.of(),
        FailOn.ERROR,
        8,
        Instant.parse("2026-11-24T12:00:00Z"));
  }

  private static String log(ReportPage page) {
    StringBuilder log = new StringBuilder();
    page.lines().forEach(line -> log.append(line.text()).append('\n'));
    return log.toString();
  }

  private static Map<String, String> made(Path folder, ReportPage page) throws Exception {
    Map<String, String> made = new TreeMap<>();
    made.put("explain.md", bare(page.markdown()));
    made.put("log.txt", bare(log(page)));
    if (Files.exists(folder.resolve("expected/explain.json"))) {
      made.put("explain.json", bare(json(folder)));
    }
    return made;
  }

  private static String json(Path folder) throws Exception {
    StringWriter json = new StringWriter();
    explanation(folder).diagnosis().orElseThrow().json(json);
    return json.toString();
  }

  /** Without the way to the folder. */
  private static String bare(String text) {
    return text.replace(FOLDER + File.separator, "");
  }
}
