package org.relaycheck.mojo;

import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;
import org.relaycheck.goal.probe.Probe;
import org.relaycheck.probe.plan.ProbePlan;
import org.relaycheck.probe.wire.ConnectionHold;
import org.relaycheck.probe.wire.MailEnvelope;
import org.relaycheck.probe.wire.TestMailing;

/**
 * What a probe is to try, as Maven gives it.
 *
 * @param connections a number
 * @param send an address; null for nobody
 * @param messages a number
 */
record ProbeParameters(int connections, @Nullable String send, int messages) {

  Probe.Options checked() throws MojoExecutionException {
    if (connections < 0 || connections > ConnectionHold.CAP) {
      throw new MojoExecutionException(
          "relay.probe.connections is "
              + connections
              + "; it must be from 1 to "
              + ConnectionHold.CAP
              + ", such as 120, or left out");
    }
    if (messages < 1 || messages > TestMailing.CAP) {
      throw new MojoExecutionException(
          "relay.probe.messages is "
              + messages
              + "; it must be from 1 to "
              + TestMailing.CAP
              + ", such as 20");
    }
    Optional<String> to = Optional.ofNullable(send).map(String::strip);
    if (to.filter(address -> !MailEnvelope.holds(address)).isPresent()) {
      throw new MojoExecutionException(
          "relay.probe.send is '"
              + to.get()
              + "'; it must be one address, such as"
              + " postmaster@corp.example");
    }
    return new Probe.Options(connections, to, messages, ProbePlan.PROMPT);
  }
}
