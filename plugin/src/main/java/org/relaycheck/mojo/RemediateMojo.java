package org.relaycheck.mojo;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.relaycheck.drift.Outcome;
import org.relaycheck.engine.Remediate;
import org.relaycheck.report.Console;
import org.relaycheck.report.OutputException;
import org.relaycheck.report.OutputFolder;
import org.relaycheck.report.Summary;

/**
 * Does as check does, and writes scripts for a person to review and run: remedy/HOST.sql mends a
 * host, rollback/HOST.sql undoes that. Never changes a server.
 *
 * <p>Drift does not fail it; what could not be judged does, after scripts for the rest are written.
 */
@Mojo(name = "remediate", requiresProject = false, threadSafe = true)
public class RemediateMojo extends AbstractRelayMojo {

  @Override
  void run(Workplace place, Order order) throws MojoExecutionException {
    OutputFolder output = new OutputFolder(place.output(order));
    Remediate.Result result;
    try {
      output.clear();
      result = new Remediate(place.ports(new Talk(getLog()))).run(place.request(order));
      result.files().forEach((name, text) -> output.write(name, out -> out.write(text)));
      output.write(result.run());
    } catch (OutputException notWritten) {
      throw new MojoExecutionException(notWritten.getMessage(), notWritten);
    }
    Printer printer = new Printer(getLog());
    printer.print(Console.lines(result.run()));
    printer.print(Console.byHand(result.byHand()));
    result.files().keySet().forEach(name -> getLog().info("wrote " + name));
    getLog().info("Reports and scripts are in " + place.output(order));
    Outcome outcome = result.run().outcome();
    if (outcome == Outcome.ERROR || outcome == Outcome.UNCLEAR) {
      throw new MojoExecutionException(Summary.of(result.run()).message());
    }
  }
}
