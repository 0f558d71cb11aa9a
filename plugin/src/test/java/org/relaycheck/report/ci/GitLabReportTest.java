package org.relaycheck.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.compare.FailOn;
import org.relaycheck.report.CheckRun;
import org.relaycheck.report.GoldenTest;
import org.relaycheck.report.Runs;
import org.relaycheck.report.text.VisibleText;

class GitLabReportTest {

  private static final Set<String> SEVERITIES =
      Set.of("info", "minor", "major", "critical", "blocker");

  static List<CheckRun> runs() {
    return List.of(Runs.everyVerdict(), Runs.nasty(), Runs.fleet(9), refused("a.yaml:2:7  wrong"));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void each_entry_has_what_gitlab_asks_for(CheckRun run) throws IOException {
    List<JsonObject> entries = entries(run, new RepositoryPaths(Path.of("").toAbsolutePath()));

    assertThat(entries)
        .isNotEmpty()
        .allSatisfy(
            entry -> {
              JsonObject location = entry.getAsJsonObject("location");
              assertThat(entry.get("description").getAsString()).isNotBlank().doesNotContain("\n");
              assertThat(entry.get("check_name").getAsString()).isNotBlank();
              assertThat(entry.get("severity").getAsString()).isIn(SEVERITIES);
              assertThat(location.get("path").getAsString()).doesNotStartWith("./");
              assertThat(location.getAsJsonObject("lines").get("begin").getAsInt()).isPositive();
            });
    assertThat(entries)
        .extracting(entry -> entry.get("fingerprint").getAsString())
        .doesNotHaveDuplicates()
        .allMatch(print -> print.matches("[0-9a-f]{64}"));
  }

  @Test
  void what_hosts_have_alike_is_one_entry_and_what_is_waived_is_none() throws IOException {
    CheckRun run = Runs.fleet(100);

    List<JsonObject> entries = entries(run, new RepositoryPaths(Path.of("").toAbsolutePath()));

    assertThat(entries)
        .extracting(entry -> entry.get("severity").getAsString())
        .containsExactly("critical", "major", "major", "minor");
    assertThat(entries)
        .extracting(entry -> entry.get("description").getAsString())
        .noneMatch(text -> text.contains("waived"));
  }

  @Test
  void what_is_wrong_in_a_file_stands_at_its_line() throws IOException {
    CheckRun run = refused("C:\\policies\\edge.yaml:5:23  '5 mins' is not a duration");

    List<JsonObject> entries = entries(run, new RepositoryPaths(Path.of("").toAbsolutePath()));

    JsonObject only = entries.get(0);
    assertThat(entries).hasSize(1);
    assertThat(only.get("description").getAsString()).isEqualTo("'5 mins' is not a duration");
    assertThat(only.getAsJsonObject("location").toString())
        .contains("policies/edge.yaml\",\"lines\":{\"begin\":5}");
  }

  @Test
  void a_file_is_named_from_the_top_of_the_repository(@TempDir Path folder) throws IOException {
    Path module = Files.createDirectories(folder.resolve("mail/relay"));
    String file = module.resolve("policy.yaml").toString();

    String alone = RepositoryPaths.around(module).name(file);
    Files.createFile(folder.resolve(".git"));
    String cloned = RepositoryPaths.around(module).name(file);

    assertThat(alone).isEqualTo("policy.yaml");
    assertThat(cloned).isEqualTo("mail/relay/policy.yaml");
    assertThat(RepositoryPaths.around(module).name(folder.resolveSibling("x.yaml").toString()))
        .startsWith("/")
        .endsWith("/x.yaml");
  }

  @Test
  void no_text_does_anything_to_a_log_that_shows_the_file() throws IOException {
    String text =
        GoldenTest.text(new GitLabReport(RepositoryPaths.around(Path.of(""))), Runs.nasty());

    assertThat(text.codePoints().filter(c -> c != '\n').filter(VisibleText::hidden)).isEmpty();
  }

  private static CheckRun refused(String problem) {
    return CheckRun.refused(List.of(problem), FailOn.ERROR, Runs.scope(), Runs.stamp());
  }

  private static List<JsonObject> entries(CheckRun run, RepositoryPaths paths) throws IOException {
    return JsonParser.parseString(GoldenTest.text(new GitLabReport(paths), run))
        .getAsJsonArray()
        .asList()
        .stream()
        .map(JsonElement::getAsJsonObject)
        .toList();
  }
}
