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
import org.relaycheck.mojo.output.LogPrinter;
import org.relaycheck.mojo.output.ProbeProgressLog;
import org.relaycheck.report.probe.ProbeConsole;
import org.relaycheck.report.probe.ProbeFolder;
import org.relaycheck.report.probe.ProbeRun;
import org.relaycheck.report.probe.ProbeSummary;
import org.relaycheck.smtp.SmtpDialler;

/**
 * Tests the receive connectors of the policy over SMTP, and says for each thing that the policy
 * states whether it is proved, refuted or inconclusive. It opens two short sessions with each
 * connector and ends them before a message is sent; more only if asked for. Fails if a reply
 * contradicts the policy.
 */
@Mojo(name = "probe", requiresProject = false, aggregator = true, threadSafe = true)
public class ProbeMojo extends AbstractAskingMojo {

  private static final Duration CONNECTING = Duration.ofSeconds(20);

  /** Longer than a tarpit or a delayed acknowledgement that anybody means to have. */
  private static final Duration REPLY = Duration.ofMinutes(2);

  /**
   * At most so many connections are opened to find the limit of each connector, 1 to 1000; none
   * unless given, and none to a connector that Exchange setup made.
   */
  @Parameter(property = "relay.probe.connections", defaultValue = "0")
  private int probeConnections;

  /** The recipient of test messages, which measure the delay; none are sent unless given. */
  @Parameter(property = "relay.probe.send")
  private @Nullable String probeSend;

  /** How many test messages are sent, 1 to 1000. */
  @Parameter(property = "relay.probe.messages", defaultValue = "20")
  private int probeMessages;

  /** Writes probe.ps1, which runs the same tests on the machine that the mail comes from. */
  @Parameter(property = "relay.probe.script", defaultValue = "false")
  private boolean probeScript;

  @Inject
  public ProbeMojo(SettingsDecrypter decrypter) {
    super(decrypter);
  }

  @Override
  void ask(GoalPorts ports, WorkingFolder place, CommonParameters order)
      throws MojoExecutionException, MojoFailureException {
    Probe.Options options =
        new ProbeParameters(probeConnections, probeSend, probeMessages).checked();
    ProbeFolder output = new ProbeFolder(place.output(order));
    LogPrinter printer = printer();
    try (SmtpDialler lines = new SmtpDialler(CONNECTING, REPLY)) {
      Probe probe = new Probe(ports, lines, new ProbeProgressLog(printer()));
      Probe.Result result = probe.run(place.request(order), options, output.former());
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
