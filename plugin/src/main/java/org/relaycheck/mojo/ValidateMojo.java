package org.relaycheck.mojo;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.relaycheck.engine.Validate;

/** Reads the policy and the connections, asks no host, and fails if one of them is wrong. */
@Mojo(
    name = "validate",
    defaultPhase = LifecyclePhase.VALIDATE,
    requiresProject = false,
    threadSafe = true)
public class ValidateMojo extends AbstractRelayMojo {

  @Override
  void run(Workplace place, Order order) throws MojoExecutionException {
    Validate.Result result = new Validate().run(place.request(order));
    result.problems().forEach(getLog()::error);
    if (!result.problems().isEmpty()) {
      throw new MojoExecutionException(
          result.summary() + "\nMend the files at the places shown, then: mvn relay:validate");
    }
    getLog().info(result.summary());
  }
}
