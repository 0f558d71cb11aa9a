package org.relaycheck.mojo;

import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.check.Check;
import org.relaycheck.report.CheckRun;
import org.relaycheck.report.Console;
import org.relaycheck.report.OutputFolder;
import org.relaycheck.report.RunSummary;

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

  @Inject
  public CheckMojo(SettingsDecrypter decrypter) {
    super(decrypter);
  }

  @Override
  void ask(GoalPorts ports, WorkingFolder place, CommonParameters order)
      throws MojoExecutionException, MojoFailureException {
    OutputFolder output = new OutputFolder(place.output(order));
    output.clear();
    CheckRun run = new Check(ports).run(place.request(order));
    output.write(run);
    printer().print(Console.lines(run));
    printer().info("Reports are in " + place.output(order));
    BuildConclusion.of(run.outcome(), run.failOn()).draw(RunSummary.of(run).message());
  }
}
