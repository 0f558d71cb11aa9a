package org.relaycheck.mojo;

import java.time.Duration;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.probe.Probe;
import org.relaycheck.report.probe.ProbeConsole;
import org.relaycheck.report.probe.ProbeFolder;
import org.relaycheck.report.probe.ProbeRun;
import org.relaycheck.report.probe.ProbeSummary;
import org.relaycheck.smtp.SmtpDialler;

/**
 * Tries the receive connectors of the policy over SMTP, and says for each thing that the policy
 * says whether that was proved, refuted, or could not be told. Two short sessions with each, which
 * end before a message is sent; more only if it is asked for. Fails if the wire contradicts the
 * policy.
 */
@Mojo(name = "probe", requiresProject = false, aggregator = true, threadSafe = true)
public class ProbeMojo extends AbstractAskingMojo {

  private static final Duration CONNECTING = Duration.ofSeconds(20);

  /** Longer than a tarpit or a delayed acknowledgement that anybody means to have. */
  private static final Duration REPLY = Duration.ofMinutes(2);

  /**
   * How many connections are opened at the most to find the limit of each connector, 1 to 1000;
   * none unless it is given, and none to a connector that Exchange setup made.
   */
  @Parameter(property = "relay.probe.connections", defaultValue = "0")
  private int probeConnections;

  /** To whom messages are sent to find how fast they are acknowledged; none unless it is given. */
  @Parameter(property = "relay.probe.send")
  private @Nullable String probeSend;

  /** How many messages are sent, 1 to 1000. */
  @Parameter(property = "relay.probe.messages", defaultValue = "20")
  private int probeMessages;

  /** Writes probe.ps1, which makes the same tries on the machine that the mail comes from. */
  @Parameter(property = "relay.probe.script", defaultValue = "false")
  private boolean probeScript;

  @Inject
  public ProbeMojo(SettingsDecrypter decrypter) {
    super(decrypter);
  }

  @Override
  void ask(GoalPorts ports, WorkingFolder place, CommonParameters order)
      throws MojoExecutionException, MojoFailureException {
    Probe.Wish wish = new ProbeParameters(probeConnections, probeSend, probeMessages).checked();
    ProbeFolder output = new ProbeFolder(place.output(order));
    LogPrinter printer = printer();
    try (SmtpDialler lines = new SmtpDialler(CONNECTING, REPLY)) {
      Probe probe = new Probe(ports, lines, new ProbeProgressLog(printer()));
      Probe.Result result = probe.run(place.request(order), wish, output.former());
      output.clear();
      output.write(result.run());
      printer.print(ProbeConsole.lines(result.run()));
      if (probeScript) {
        output.write(result.script());
        printer().info("Wrote " + ProbeFolder.SCRIPT + ", to run where the mail comes from");
      }
      printer().info("Reports are in " + place.output(order));
      ProbeRun run = result.run();
      BuildConclusion.of(run.outcome(), run.failOn()).draw(ProbeSummary.of(run).message());
    }
  }
}
