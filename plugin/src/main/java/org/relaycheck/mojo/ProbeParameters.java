package org.relaycheck.mojo;

import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;
import org.relaycheck.engine.Probe;
import org.relaycheck.probe.Envelope;
import org.relaycheck.probe.Hold;
import org.relaycheck.probe.Mailing;
import org.relaycheck.proof.Plan;

/**
 * What a probe is to try, as Maven gives it.
 *
 * @param connections a number
 * @param send an address; null for nobody
 * @param messages a number
 */
record ProbeWish(int connections, @Nullable String send, int messages) {

  Probe.Wish checked() throws MojoExecutionException {
    if (connections < 0 || connections > Hold.CAP) {
      throw new MojoExecutionException(
          "relay.probe.connections is "
              + connections
              + "; it must be from 1 to "
              + Hold.CAP
              + ", such as 120, or left out");
    }
    if (messages < 1 || messages > Mailing.CAP) {
      throw new MojoExecutionException(
          "relay.probe.messages is "
              + messages
              + "; it must be from 1 to "
              + Mailing.CAP
              + ", such as 20");
    }
    Optional<String> to = Optional.ofNullable(send).map(String::strip);
    if (to.filter(address -> !Envelope.holds(address)).isPresent()) {
      throw new MojoExecutionException(
          "relay.probe.send is '"
              + to.get()
              + "'; it must be one address, such as"
              + " postmaster@corp.example");
    }
    return new Probe.Wish(connections, to, messages, Plan.PROMPT);
  }
}
