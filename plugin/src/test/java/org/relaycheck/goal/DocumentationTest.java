package org.relaycheck.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Outcome;
import org.relaycheck.docs.SnippetPage;
import org.relaycheck.expected.ExpectedFiles;
import org.relaycheck.goal.check.Check;
import org.relaycheck.goal.validate.Validate;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.record.RecordSource;
import org.relaycheck.report.CheckRun;
import org.relaycheck.report.Console;

/** What the pages for newcomers show is what the program reads and says. */
class DocumentationTest {

  private static final Path ROOT = Path.of("..");
  private static final Path EXAMPLE = ROOT.resolve("example-project");

  @ParameterizedTest
  @CsvSource({
    "docs/snippets, relay-connections.yaml",
    "example-project, relay-connections.yaml",
    "example-project, after/relay-connections.yaml"
  })
  void a_policy_of_the_documentation_is_valid_with_its_connections(
      String folder, Path connections) {
    GoalRequest request = request(ROOT.resolve(folder), connections);

    Validate.Result result = new Validate().run(request);

    assertThat(result.problems()).isEmpty();
    assertThat(result.summary()).startsWith("the policy is valid: ");
  }

  @Test
  @Tag(ExpectedFiles.TAG)
  void the_output_of_the_example_is_the_one_that_the_page_shows() {
    CheckRun run = check(Path.of("relay-connections.yaml"));

    String lines =
        Console.lines(run).stream()
            .map(line -> line.text().replace(EXAMPLE + File.separator, "example-project/"))
            .filter(text -> text.startsWith("~"))
            .map(text -> text + "\n")
            .collect(Collectors.joining());

    assertShown("docs/snippets/check-output.txt", lines);
    assertThat(lines.lines()).hasSize(7); // as the example's page says in words
    assertThat(run.outcome()).isEqualTo(Outcome.DRIFT);
  }

  @Test
  void the_example_is_clean_a_month_later() {
    CheckRun run = check(Path.of("after/relay-connections.yaml"));

    assertThat(run.outcome()).isEqualTo(Outcome.CLEAN);
  }

  /** The file and the pages that show it: both are written anew at once. */
  static void assertShown(String snippet, String text) {
    ExpectedFiles.assertSame(ROOT.resolve(snippet), text);
    SnippetPage.FIRST.forEach(
        page -> ExpectedFiles.assertSame(page.path(), page.with(snippet, text)));
  }

  private static CheckRun check(Path connections) {
    RecordSource records = new RecordSource(ResourceKinds.receiveConnectors());
    return new Check(new GoalPorts(records, SurveyProgress.silent(), "1.0.0"))
        .run(request(EXAMPLE, connections));
  }

  private static GoalRequest request(Path folder, Path connections) {
    return new GoalRequest(
        new GoalRequest.Paths(
            List.of(folder.resolve("relay-policy.yaml")), folder.resolve(connections)),
        List.of(),
        FailOn.ERROR,
        8,
        Situation.NOW);
  }
}
