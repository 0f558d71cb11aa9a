package org.relaycheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.expected.ExpectedFiles;
import org.relaycheck.expected.PageWithoutAssets;
import org.relaycheck.report.ci.GitLabReport;
import org.relaycheck.report.ci.RepositoryPaths;
import org.relaycheck.report.ci.SarifReport;
import org.relaycheck.report.json.JsonReport;
import org.relaycheck.report.text.ConsoleLine;
import org.relaycheck.report.text.VisibleText;

/** Every format, byte for byte. */
public class GoldenTest {

  private static final Path FOLDER = Path.of("src/test/resources/org/relaycheck/report");

  private static final RepositoryPaths PATHS = new RepositoryPaths(Path.of("").toAbsolutePath());

  private static final ReportFormat CONSOLE =
      new ReportFormat() {
        @Override
        public String fileName() {
          return "console.txt";
        }

        @Override
        public void write(CheckRun run, java.io.Writer out) throws IOException {
          List<ConsoleLine> lines = Console.lines(run);
          out.write(
              lines.stream()
                  .map(l -> l.level() + " " + l.text() + "\n")
                  .collect(Collectors.joining()));
        }
      };

  static List<ReportFormat> reports() {
    return List.of(
        CONSOLE,
        new JsonReport(),
        new MarkdownReport(),
        new HtmlReport(),
        new JUnitReport(),
        new GitLabReport(PATHS),
        new SarifReport(PATHS),
        new OutcomeVariables(),
        new OutcomeFile());
  }

  @ParameterizedTest
  @Tag(ExpectedFiles.TAG)
  @MethodSource("reports")
  void every_verdict_is_told_as_the_golden_file_shows(ReportFormat report) throws IOException {
    String text = text(report, Runs.everyVerdict());

    ExpectedFiles.assertSame(
        FOLDER.resolve("verdicts/" + report.fileName()), PageWithoutAssets.of(text));
  }

  @ParameterizedTest
  @Tag(ExpectedFiles.TAG)
  @MethodSource("reports")
  void nasty_text_is_told_as_the_golden_file_shows(ReportFormat report) throws IOException {
    String text = text(report, Runs.nasty());

    ExpectedFiles.assertSame(
        FOLDER.resolve("nasty/" + report.fileName()), PageWithoutAssets.of(text));
  }

  @ParameterizedTest
  @Tag(ExpectedFiles.TAG)
  @MethodSource("reports")
  void problems_of_a_policy_are_told_as_the_golden_file_shows(ReportFormat report)
      throws IOException {
    List<String> problems =
        List.of("policies/edge.yaml:5:23  TarpitInterval: '5 mins' is not a duration such as 5s");
    CheckRun run =
        CheckRun.refused(problems, org.relaycheck.compare.FailOn.ERROR, Runs.scope(), Runs.stamp());

    String text = text(report, run);

    ExpectedFiles.assertSame(
        FOLDER.resolve("refused/" + report.fileName()), PageWithoutAssets.of(text));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void neither_locale_nor_zone_changes_a_byte(ReportFormat report) throws IOException {
    String before = text(report, Runs.everyVerdict());
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));

      String after = text(report, Runs.everyVerdict());

      assertThat(after).isEqualTo(before);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void no_report_holds_what_a_reader_cannot_see(ReportFormat report) throws IOException {
    String text = text(report, Runs.nasty());

    assertThat(text.codePoints().filter(c -> c != '\n').filter(VisibleText::hidden).boxed())
        .isEmpty();
  }

  @Test
  void every_file_of_the_output_folder_is_golden(@TempDir Path folder) throws IOException {
    new OutputFolder(folder, EnumSet.allOf(ReportFile.class)).write(Runs.everyVerdict());

    for (ReportFormat report : reports().subList(1, reports().size())) {
      String text = text(report, Runs.everyVerdict());
      String written = Files.readString(folder.resolve(report.fileName()));
      assertThat(written.replace("\"plugin/", "\"")).isEqualTo(text);
      Files.delete(folder.resolve(report.fileName()));
    }
    assertThat(folder).isEmptyDirectory();
  }

  /** What a report writes. */
  public static String text(ReportFormat report, CheckRun run) throws IOException {
    StringWriter out = new StringWriter();
    report.write(run, out);
    return out.toString();
  }
}
