package org.relaycheck.mojo;

import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.check.Check;
import org.relaycheck.mojo.output.PipelineOutput;
import org.relaycheck.report.CheckRun;
import org.relaycheck.report.Console;
import org.relaycheck.report.OutputFolder;
import org.relaycheck.report.RunSummary;
import org.relaycheck.report.history.RunHistory;

/**
 * Compares the policy with the state of the hosts, writes reports, and fails the build on drift.
 * Reads only; never changes a server.
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    aggregator = true,
    threadSafe = true)
public class CheckMojo extends AbstractAskingMojo {

  /**
   * The policy before a change: a checkout of it, or files as relay.policy takes them. Reports say
   * what the change fixes, newly breaks, and leaves; relay.failOn=new-by-change needs it.
   */
  @Parameter(property = "relay.base")
  private @Nullable List<String> base;

  /**
   * The reports, comma-separated: usual (json, markdown, html, junit), or some of these; gitlab, a
   * code quality report; sarif, for code scanning. The outcome is written whatever it says.
   */
  @Parameter(property = "relay.formats", defaultValue = "usual")
  private @Nullable List<String> formats;

  /**
   * A folder in which each run leaves what it found for the next, to be kept from one run of a
   * pipeline to the other. Reports say of each finding whether it is new, known or back, since
   * when, and what was resolved; with relay.failOn=error,new (or warning,new) only what is new or
   * back fails the build.
   */
  @Parameter(property = "relay.history")
  private @Nullable String history;

  /** Whether the run leaves anything in relay.history; a pull request should not. */
  @Parameter(property = "relay.history.write", defaultValue = "true")
  private boolean historyWrite;

  /** Notices for GitHub Actions or Azure Pipelines, where one runs the build: auto or none. */
  @Parameter(property = "relay.ci", defaultValue = "auto")
  private @Nullable String ci;

  @Inject
  public CheckMojo(SettingsDecrypter decrypter) {
    super(decrypter);
  }

  @Override
  void ask(GoalPorts ports, WorkingFolder place, CommonParameters order)
      throws MojoExecutionException, MojoFailureException {
    PipelineOutput pipeline = new PipelineOutput(session.getSystemProperties(), printer(), ci);
    OutputFolder output = new OutputFolder(place.output(order), FormatChoice.of(formats));
    output.clear();
    Optional<GoalRequest.Paths> before =
        new BaseFiles(place, order).find(CommonParameters.named(base));
    Optional<RunHistory> runs = order.history(history).map(place::path).map(RunHistory::new);
    CheckRun found = new Check(ports).run(place.request(order).after(before));
    CheckRun run = runs.map(earlier -> earlier.compared(found)).orElse(found);
    output.write(run);
    pipeline.write(run);
    printer().print(Console.lines(run));
    if (historyWrite) {
      runs.flatMap(earlier -> earlier.keep(run)).ifPresent(printer()::warn);
    }
    printer().info("Reports are in " + place.output(order));
    BuildConclusion.of(run).draw(RunSummary.of(run).message());
  }
}
