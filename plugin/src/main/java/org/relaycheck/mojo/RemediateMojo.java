package org.relaycheck.mojo;

import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.relaycheck.drift.Outcome;
import org.relaycheck.engine.Ports;
import org.relaycheck.engine.Remediate;
import org.relaycheck.report.Console;
import org.relaycheck.report.OutputFolder;
import org.relaycheck.report.Summary;

/**
 * Does as check does, and writes scripts for a person to review and run: a file a host in remedy
 * mends it, the file of the same name in rollback undoes that. Never changes a server.
 *
 * <p>Drift does not fail it; what could not be judged does, after the scripts for the rest are
 * written.
 */
@Mojo(name = "remediate", requiresProject = false, threadSafe = true)
public class RemediateMojo extends AbstractAskingMojo {

  @Inject
  public RemediateMojo(SettingsDecrypter decrypter) {
    super(decrypter);
  }

  @Override
  void ask(Ports ports, Workplace place, Order order) throws MojoExecutionException {
    OutputFolder output = new OutputFolder(place.output(order));
    output.clear();
    Remediate.Result result = new Remediate(ports).run(place.request(order));
    result.files().forEach((name, text) -> output.write(name, out -> out.write(text)));
    output.write(result.run());
    Printer printer = new Printer(getLog());
    printer.print(Console.lines(result.run()));
    printer.print(Console.byHand(result.byHand()));
    result.files().keySet().forEach(name -> getLog().info("Wrote " + name));
    getLog().info("Reports and scripts are in " + place.output(order));
    Outcome outcome = result.run().outcome();
    if (outcome == Outcome.ERROR || outcome == Outcome.UNCLEAR) {
      throw new MojoExecutionException(Summary.of(result.run()).message());
    }
  }
}
