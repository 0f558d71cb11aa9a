package org.relaycheck.mojo;

import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;
import org.relaycheck.compare.Outcome;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.remediate.Remediate;
import org.relaycheck.report.Console;
import org.relaycheck.report.OutputFolder;
import org.relaycheck.report.RemediationFolder;
import org.relaycheck.report.RemediationLines;
import org.relaycheck.report.RunSummary;
import org.relaycheck.report.plan.PlanConsole;

/**
 * Does what check does, and writes for each host a script that fixes it and a rollback that undoes
 * that, for a person to review and run; waivers for what is to stay as it is; and adopt.patch, with
 * which {@code git apply} makes the policy accept the servers as they are. All of it is in a folder
 * of this run, which no goal ever deletes. Never changes a server.
 *
 * <p>Drift does not fail the goal; what could not be judged does, after the scripts for the rest
 * are written.
 */
@Mojo(name = "remediate", requiresProject = false, aggregator = true, threadSafe = true)
public class RemediateMojo extends AbstractAskingMojo {

  /**
   * Writes waive/snapshot.yaml instead of stubs: waivers of all that is found, for 90 days, so that
   * check fails only on what is new.
   */
  @Parameter(property = "relay.snapshot", defaultValue = "false")
  private boolean snapshot;

  /** Where each run makes a folder of its own; remediation in relay.outputDirectory unless set. */
  @Parameter(property = "relay.remediationDirectory")
  private @Nullable String remediationDirectory;

  /** The reports that are written, as check takes them. */
  @Parameter(property = "relay.formats", defaultValue = "usual")
  private @Nullable List<String> formats;

  @Inject
  public RemediateMojo(SettingsDecrypter decrypter) {
    super(decrypter);
  }

  @Override
  void ask(GoalPorts ports, WorkingFolder place, CommonParameters order)
      throws MojoExecutionException {
    OutputFolder output = new OutputFolder(place.output(order), FormatChoice.of(formats));
    output.clear();
    RemediationFolder scripts = new RemediationFolder(folder(place, order), place.now());
    Remediate remediate = new Remediate(ports);
    GoalRequest request = place.request(order);
    Remediate.Result result =
        snapshot
            ? remediate.snapshot(request, place.root(), scripts::write)
            : remediate.run(request, place.root(), scripts::write);
    scripts.close();
    output.write(result.run());
    printer().print(Console.found(result.unplanned()));
    printer().answer(PlanConsole.lines(result.plan()));
    printer().print(Console.notAdopted(result.notAdopted()));
    printer().info("Reports are in " + place.output(order));
    Outcome outcome = result.run().outcome();
    RemediationLines lines = new RemediationLines(result.files(), place.root());
    scripts
        .run()
        .map(run -> lines.told(run, remediationDirectory == null, outcome == Outcome.DRIFT))
        .ifPresent(told -> told.forEach(printer()::answer));
    if (outcome == Outcome.ERROR || outcome == Outcome.UNCLEAR) {
      throw new MojoExecutionException(RunSummary.of(result.run()).message());
    }
  }

  private Path folder(WorkingFolder place, CommonParameters order) {
    return remediationDirectory == null
        ? place.output(order).resolve("remediation")
        : place.path(remediationDirectory);
  }
}
