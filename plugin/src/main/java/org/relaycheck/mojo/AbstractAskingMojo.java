package org.relaycheck.mojo;

import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.relaycheck.engine.Ports;
import org.relaycheck.live.Admission;
import org.relaycheck.report.OutputException;
import org.relaycheck.report.OutputLock;

/** What the goals that ask hosts have in common: the adapters, with accounts of settings.xml. */
abstract class AbstractAskingMojo extends AbstractRelayMojo {

  private final SettingsDecrypter decrypter;

  AbstractAskingMojo(SettingsDecrypter decrypter) {
    this.decrypter = decrypter;
  }

  @Override
  final void run(Workplace place, Order order) throws MojoExecutionException, MojoFailureException {
    try {
      Optional<OutputLock> lock =
          writes() ? Optional.of(OutputLock.of(place.output(order))) : Optional.empty();
      try {
        alone(place, order);
      } finally {
        lock.ifPresent(OutputLock::close);
      }
    } catch (OutputException notWritten) {
      throw new MojoExecutionException(notWritten.getMessage(), notWritten);
    }
  }

  private void alone(Workplace place, Order order)
      throws MojoExecutionException, MojoFailureException {
    Talk talk = new Talk(printer(), InstantSource.system());
    try (Sources sources = sources(place);
        Beat beat = new Beat(Talk.SLOW)) {
      beat.calls(talk::nameTheSlow);
      ask(new Ports(sources, sources, talk, place.version()), place, order);
    }
  }

  /** Whether it writes to the output folder, which one run does at a time. */
  boolean writes() {
    return true;
  }

  /** An answer counts as of the run's own moment, however long the others take. */
  private Sources sources(Workplace place) {
    Clock clock = Clock.fixed(place.now(), ZoneOffset.UTC);
    return new Sources(
        new SettingsCredentials(session().getSettings(), decrypter),
        new Admission(refusedLogins(session().getRequest().getData())),
        clock);
  }

  /** By login where it was refused: all that a run leaves to the next, as accounts are locked. */
  @SuppressWarnings("unchecked") // nobody else has this key
  private static Map<String, String> refusedLogins(Map<String, Object> session) {
    synchronized (session) {
      return (Map<String, String>)
          session.computeIfAbsent(
              "org.relaycheck.refused", key -> new ConcurrentHashMap<String, String>());
    }
  }

  /** Does the goal's work; an {@link OutputException} ends it with its message. */
  abstract void ask(Ports ports, Workplace place, Order order)
      throws MojoExecutionException, MojoFailureException;
}
