package org.relaycheck.mojo;

import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.relaycheck.compare.Outcome;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.remediate.Remediate;
import org.relaycheck.report.Console;
import org.relaycheck.report.OutputFolder;
import org.relaycheck.report.RunSummary;

/**
 * Does as check does, and writes scripts for a person to review and run: a file a host in fix fixes
 * it, the file of the same name in rollback undoes that, waive has waivers for what is to stay as
 * it is, and with adopt.patch {@code git apply} makes the policy accept the servers as they are.
 * Never changes a server.
 *
 * <p>Drift does not fail it; what could not be judged does, after the scripts for the rest are
 * written.
 */
@Mojo(name = "remediate", requiresProject = false, aggregator = true, threadSafe = true)
public class RemediateMojo extends AbstractAskingMojo {

  private static final String RUN = "Read the scripts, let those who may run them";
  private static final String WAIVE =
      "Put waive/snapshot.yaml beside the policy as relay-waivers.yaml";

  /**
   * Writes waive/snapshot.yaml instead of stubs: waivers of all that is found, for 90 days, so that
   * check fails only on what is new.
   */
  @Parameter(property = "relay.snapshot", defaultValue = "false")
  private boolean snapshot;

  @Inject
  public RemediateMojo(SettingsDecrypter decrypter) {
    super(decrypter);
  }

  @Override
  void ask(GoalPorts ports, WorkingFolder place, CommonParameters order)
      throws MojoExecutionException {
    OutputFolder output = new OutputFolder(place.output(order));
    output.clear();
    Remediate remediate = new Remediate(ports);
    GoalRequest request = place.request(order);
    Remediate.Result result =
        snapshot
            ? remediate.snapshot(request, place.root(), output::write)
            : remediate.run(request, place.root(), output::write);
    output.write(result.run());
    print(result);
    if (result.files().contains(OutputFolder.ADOPTION)) {
      printer().info("Wrote " + OutputFolder.ADOPTION + ", for git apply in " + place.root());
    }
    printer().info("Reports and scripts are in " + place.output(order));
    Outcome outcome = result.run().outcome();
    if (outcome == Outcome.DRIFT) {
      printer().info((snapshot ? WAIVE : RUN) + ", then: mvn relay:check");
    }
    if (outcome == Outcome.ERROR || outcome == Outcome.UNCLEAR) {
      throw new MojoExecutionException(RunSummary.of(result.run()).message());
    }
  }

  private void print(Remediate.Result result) {
    LogPrinter printer = printer();
    printer.print(Console.found(result.run()));
    printer.print(Console.byHand(result.byHand()));
    printer.print(Console.byHand(result.notAdopted()));
    result.files().stream()
        .filter(name -> !name.equals(OutputFolder.ADOPTION))
        .forEach(name -> printer.info("Wrote " + name));
  }
}
