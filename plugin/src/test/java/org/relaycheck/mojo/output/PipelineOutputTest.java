package org.relaycheck.mojo.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.mojo.Told;
import org.relaycheck.report.Runs;

class PipelineOutputTest {

  @TempDir private Path folder;
  private final Told told = new Told();
  private final Properties environment = new Properties();

  @Test
  void a_word_forbids_what_the_environment_would_bring() throws Exception {
    Path page = folder.resolve("summary.md");
    environment.setProperty("env.GITHUB_STEP_SUMMARY", page.toString());

    output("none").write(Runs.everyVerdict());
    assertThat(page).doesNotExist();
    output("auto").write(Runs.everyVerdict());

    assertThat(page).isNotEmptyFile();
    assertThatThrownBy(() -> output("github"))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("relay.ci is 'github'; it must be auto or none");
  }

  @Test
  void the_page_of_the_job_keeps_what_others_wrote() throws Exception {
    Path page = Files.writeString(folder.resolve("summary.md"), "before\n");
    environment.setProperty("env.GITHUB_STEP_SUMMARY", page.toString());

    output("auto").write(Runs.everyVerdict());

    assertThat(page).content().startsWith("before\n## Relay: unclear");
    assertThat(told.lines()).isEmpty();
  }

  @Test
  void a_page_that_cannot_be_written_is_a_warning() throws Exception {
    environment.setProperty("env.GITHUB_STEP_SUMMARY", folder.toString());

    output("auto").write(Runs.everyVerdict());

    assertThat(told.lines())
        .singleElement()
        .asString()
        .startsWith("warn GITHUB_STEP_SUMMARY could not be written");
  }

  private PipelineOutput output(String word) throws MojoExecutionException {
    environment.setProperty("env.GITHUB_ACTIONS", "true");
    return new PipelineOutput(environment, new LogPrinter(told, text -> text), word);
  }
}
