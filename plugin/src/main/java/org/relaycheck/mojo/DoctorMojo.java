package org.relaycheck.mojo;

import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.doctor.Doctor;
import org.relaycheck.goal.doctor.WayExaminations;
import org.relaycheck.yaml.PolicyException;

/**
 * Tests each connection step by step, from the credentials to the rights, and says for each step
 * what was seen and what to do; fails if a connection cannot be used. Reads only.
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
  void ask(GoalPorts ports, WorkingFolder place, CommonParameters order)
      throws MojoExecutionException, MojoFailureException {
    try {
      WayExaminations examinations = new Doctor(ports).run(place.request(order));
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
