package org.relaycheck.mojo;

import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.relaycheck.engine.Doctor;
import org.relaycheck.engine.Examinations;
import org.relaycheck.engine.Ports;
import org.relaycheck.policy.PolicyException;

/**
 * Goes through each connection step by step, from the credentials to the rights, and says for each
 * what was seen and what to do; fails if one cannot be used. Reads only.
 */
@Mojo(name = "doctor", requiresProject = false, aggregator = true, threadSafe = true)
public class DoctorMojo extends AbstractAskingMojo {

  @Inject
  public DoctorMojo(SettingsDecrypter decrypter) {
    super(decrypter);
  }

  @Override
  boolean writes() {
    return false;
  }

  @Override
  void ask(Ports ports, Workplace place, Order order)
      throws MojoExecutionException, MojoFailureException {
    try {
      Examinations examinations = new Examinations(new Doctor(ports).run(place.request(order)));
      printer().print(examinations.lines());
      if (examinations.trouble().isPresent()) {
        throw new MojoFailureException(examinations.trouble().get());
      }
      printer().info(examinations.summary());
    } catch (PolicyException wrong) {
      throw new MojoExecutionException(wrong.getMessage(), wrong);
    }
  }
}
