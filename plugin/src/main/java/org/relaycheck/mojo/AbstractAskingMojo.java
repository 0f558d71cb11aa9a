package org.relaycheck.mojo;

import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.relaycheck.engine.Ports;
import org.relaycheck.report.OutputException;

/** What the goals that ask hosts have in common: the adapters, with accounts of settings.xml. */
abstract class AbstractAskingMojo extends AbstractRelayMojo {

  private final SettingsDecrypter decrypter;

  AbstractAskingMojo(SettingsDecrypter decrypter) {
    this.decrypter = decrypter;
  }

  @Override
  final void run(Workplace place, Order order) throws MojoExecutionException, MojoFailureException {
    Talk talk = new Talk(getLog(), InstantSource.system());
    try (Sources sources = sources(place);
        Beat beat = new Beat(Talk.SLOW)) {
      beat.calls(talk::nameTheSlow);
      ask(new Ports(sources, sources, talk, place.version()), place, order);
    } catch (OutputException notWritten) {
      throw new MojoExecutionException(notWritten.getMessage(), notWritten);
    }
  }

  /** An answer counts as of the run's own moment, however long the others take. */
  private Sources sources(Workplace place) {
    Clock clock = Clock.fixed(place.now(), ZoneOffset.UTC);
    return new Sources(new SettingsCredentials(settings(), decrypter), clock);
  }

  /** Does the goal's work; an {@link OutputException} ends it with its message. */
  abstract void ask(Ports ports, Workplace place, Order order)
      throws MojoExecutionException, MojoFailureException;
}
