package org.relaycheck.mojo;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.relaycheck.goal.validate.Validate;
import org.relaycheck.report.NoPolicyYet;

/**
 * Reads the policy and the connections without asking a host, and fails if one of them is wrong or
 * breaks a rule whose severity reaches failOn.
 */
@Mojo(
    name = "validate",
    defaultPhase = LifecyclePhase.VALIDATE,
    requiresProject = false,
    aggregator = true,
    threadSafe = true)
public class ValidateMojo extends AbstractRelayMojo {

  @Override
  void run(WorkingFolder place, CommonParameters order)
      throws MojoExecutionException, MojoFailureException {
    Validate.Result result = new Validate().run(place.request(order));
    result.problems().forEach(printer()::error);
    if (!result.problems().isEmpty()) {
      throw new MojoExecutionException(
          result.summary() + NoPolicyYet.next(result.problems()).message());
    }
    printer().print(result.lines());
    if (result.fails()) {
      throw new MojoFailureException(
          result.summary()
              + "\nSet what each line asks for, or state in 'rules' of the policy how severe the"
              + " rule is; docs/rules.md says why each is there");
    }
    printer().info(result.summary());
  }
}
