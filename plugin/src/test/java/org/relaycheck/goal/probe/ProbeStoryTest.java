package org.relaycheck.goal.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relaycheck.goal.Wires.verdict;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.compare.Outcome;
import org.relaycheck.goal.Wires;
import org.relaycheck.report.probe.ProbeConsole;
import org.relaycheck.report.probe.ProbeFolder;
import org.relaycheck.report.probe.ProbeRun;
import org.relaycheck.report.text.ConsoleLine;
import org.relaycheck.standin.mail.Mta;

/** Bulk mail that fails at the limits of Exchange 2010, and what a probe says before and after. */
class ProbeStoryTest {

  private static final int BULK = 120;

  @TempDir private Path folder;

  @Test
  void a_probe_refutes_before_the_fix_and_proves_after_it() throws Exception {
    try (Mta exchange = Mta.start().limit(20).acknowledgement(Duration.ofMillis(1500))) {
      Wires wires =
          new Wires(folder)
              .connector("Relay", exchange.port())
              .policy(
                  "MaxInboundConnectionPerSource: {atLeast: 100}",
                  "MaxAcknowledgementDelay: 0",
                  "ExtendedRights: {contains: [allow anonymous ms-Exch-SMTP-Accept-Any-Recipient]}",
                  "PermissionGroups: AnonymousUsers")
              .connections(100)
              .prompt(Duration.ofMillis(750));
      ProbeFolder output = new ProbeFolder(folder.resolve("out"));

      ProbeRun before = wires.send("postmaster@corp.example", 3).probe(output.former());
      output.write(before);
      exchange.limit(500).acknowledgement(Duration.ZERO);
      ProbeRun after = wires.send("postmaster@corp.example", BULK).probe(output.former());

      assertThat(before.outcome()).isEqualTo(Outcome.DRIFT);
      assertThat(verdict(before, "MaxInboundConnectionPerSource"))
          .startsWith(
              "refuted: 20 connections held together, the next one got: 421 4.3.2 The"
                  + " maximum number of concurrent connections has exceeded a limit")
          .contains("MaxInboundConnectionPercentagePerSource");
      assertThat(verdict(before, "MaxAcknowledgementDelay"))
          .startsWith("refuted: 3 messages, ")
          .contains("look at MaxAcknowledgementDelay");
      assertThat(after.outcome()).isEqualTo(Outcome.CLEAN);
      assertThat(verdict(after, "MaxInboundConnectionPerSource"))
          .isEqualTo("proved: 100 connections held together, none refused");
      assertThat(verdict(after, "MaxAcknowledgementDelay")).startsWith("proved: 120 messages, ");
      assertThat(verdict(after, "anonymous relay")).startsWith("proved: RCPT: 250");
      assertThat(rate(after)).isGreaterThan(2 * rate(before));
      assertThat(exchange.messages()).hasSize(3 + BULK);
      assertThat(ProbeConsole.lines(after))
          .extracting(ConsoleLine::text)
          .anyMatch(
              line ->
                  line.startsWith(
                      "  EX01\\Relay  connections held together: 20 before, 100 and more now"))
          .anyMatch(line -> line.contains("messages a second: "));
    }
  }

  private static double rate(ProbeRun run) {
    return run.proof().attempts().get(0).measured().mailed().orElseThrow().perSecond();
  }
}
