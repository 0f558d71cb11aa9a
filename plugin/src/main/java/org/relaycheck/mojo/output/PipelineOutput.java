package org.relaycheck.mojo.output;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;
import org.relaycheck.report.CheckRun;
import org.relaycheck.report.MarkdownReport;
import org.relaycheck.report.Notice;
import org.relaycheck.report.ci.PipelineSystem;
import org.relaycheck.report.ci.RepositoryPaths;

/**
 * What a check says to the system that runs it: notices as lines without a level, which Maven's log
 * would put one before, and the page of the job.
 */
public final class PipelineOutput {

  private final Properties environment;
  private final LogPrinter printer;
  private final Optional<PipelineSystem> system;

  /**
   * An output.
   *
   * @param environment with {@code env.} before each name, as Maven has it
   * @param word what {@code relay.ci} says; null for auto
   */
  public PipelineOutput(Properties environment, LogPrinter printer, @Nullable String word)
      throws MojoExecutionException {
    this.environment = environment;
    this.printer = printer;
    this.system = system(word);
  }

  /** The system that {@code relay.ci} allows and the environment shows. */
  private Optional<PipelineSystem> system(@Nullable String word) throws MojoExecutionException {
    if (word == null || word.equals("auto")) {
      return PipelineSystem.of(environment);
    }
    if (word.equals("none")) {
      return Optional.empty();
    }
    throw new MojoExecutionException("relay.ci is '" + word + "'; it must be auto or none");
  }

  /** What cannot be written is a warning: it never changes an outcome. */
  public void write(CheckRun run) {
    system.ifPresent(one -> write(one, run));
  }

  private void write(PipelineSystem system, CheckRun run) {
    ConsoleCharset charset = ConsoleCharset.ofProcess();
    RepositoryPaths paths = RepositoryPaths.around(Path.of(""));
    system.lines(Notice.of(run), paths).forEach(line -> System.out.println(charset.fit(line)));
    String summary = environment.getProperty("env.GITHUB_STEP_SUMMARY", "");
    if (system == PipelineSystem.GITHUB && !summary.isEmpty()) {
      try {
        StringWriter page = new StringWriter();
        new MarkdownReport().write(run, page);
        Files.writeString(
            Path.of(summary),
            page.toString(),
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      } catch (IOException | InvalidPathException unwritten) {
        printer.warn("GITHUB_STEP_SUMMARY could not be written: " + unwritten.getMessage());
      }
    }
  }
}
