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
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.RegisteredHosts;
import org.relaycheck.live.LoginGate;
import org.relaycheck.live.register.RegisteredServers;
import org.relaycheck.mojo.output.SurveyProgressLog;
import org.relaycheck.mojo.source.Heartbeat;
import org.relaycheck.mojo.source.LiveSources;
import org.relaycheck.mojo.source.SettingsCredentials;
import org.relaycheck.report.file.OutputException;
import org.relaycheck.report.file.OutputLock;

/** What the goals that ask hosts have in common: the adapters, with accounts of settings.xml. */
abstract class AbstractAskingMojo extends AbstractRelayMojo {

  private final SettingsDecrypter decrypter;

  AbstractAskingMojo(SettingsDecrypter decrypter) {
    this.decrypter = decrypter;
  }

  @Override
  final void run(WorkingFolder place, CommonParameters order)
      throws MojoExecutionException, MojoFailureException {
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

  private void alone(WorkingFolder place, CommonParameters order)
      throws MojoExecutionException, MojoFailureException {
    SurveyProgressLog talk = new SurveyProgressLog(printer(), InstantSource.system());
    try (LiveSources sources = sources(place);
        Heartbeat beat = new Heartbeat(SurveyProgressLog.SLOW)) {
      beat.calls(talk::nameTheSlow);
      RegisteredServers servers =
          RegisteredHosts.of(place.path(order.paths().connections()), sources);
      if (servers instanceof RegisteredServers.Listed listed) {
        printer().info("registered SQL Servers: " + listed.names().size());
      }
      GoalPorts ports = new GoalPorts(sources, sources, talk, place.version());
      ask(ports, place.knowing(servers), order);
    }
  }

  /** Whether it writes to the output folder, which one run does at a time. */
  boolean writes() {
    return true;
  }

  /** An answer counts as of the run's own moment, however long the others take. */
  private LiveSources sources(WorkingFolder place) {
    Clock clock = Clock.fixed(place.now(), ZoneOffset.UTC);
    return new LiveSources(
        new SettingsCredentials(session.getSettings(), decrypter),
        new LoginGate(refusedLogins(session.getRequest().getData())),
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
  abstract void ask(GoalPorts ports, WorkingFolder place, CommonParameters order)
      throws MojoExecutionException, MojoFailureException;
}
