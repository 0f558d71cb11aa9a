package org.relaycheck.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.compare.FailOn;
import org.relaycheck.goal.probe.Probe;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.probe.ProbeProgress;
import org.relaycheck.probe.plan.ProbePlan;
import org.relaycheck.record.RecordSource;
import org.relaycheck.report.probe.LoadRates;
import org.relaycheck.report.probe.ProbeFolder;
import org.relaycheck.report.probe.ProbeRun;
import org.relaycheck.smtp.SmtpDialler;
import org.relaycheck.standin.mail.Mta;

/**
 * The example on the wire, before and after the fix. A server of this test plays EX10 and this
 * machine plays SQL01; addresses and ports are put in their places.
 */
class ExampleOnTheWireTest {

  private static final Path EXAMPLE = Path.of("../example-project");
  private static final String RECORDED = "recorded/EX10.xml";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final GoalPorts PORTS =
      new GoalPorts(
          new RecordSource(ResourceKinds.receiveConnectors()), SurveyProgress.silent(), "1.0.0");

  @TempDir private Path folder;

  @Test
  void a_probe_refutes_before_the_fix_and_proves_after_it() throws Exception {
    ProbeFolder output = new ProbeFolder(folder.resolve("out"));
    try (Mta ex10 = Mta.start().limit(20).acknowledgement(Duration.ofSeconds(1))) {
      lay("", ex10.port());
      ProbeRun before = probe(3, new TreeMap<>());
      output.write(before);

      ex10.limit(500).acknowledgement(Duration.ZERO); // what the scripts of remediate lead to
      lay("after/", ex10.port());
      ProbeRun after = probe(120, output.former());

      assertThat(relay(before, "MaxInboundConnectionPerSource"))
          .startsWith("refuted: 20 connections held together, the next one got: 421 4.3.2");
      assertThat(relay(before, "MaxAcknowledgementDelay")).startsWith("refuted: 3 messages, ");
      assertThat(relay(after, "MaxInboundConnectionPerSource"))
          .isEqualTo("proved: 100 connections held together, none refused");
      assertThat(relay(after, "MaxAcknowledgementDelay")).startsWith("proved: 120 messages, ");
      assertThat(relay(after, "anonymous relay")).startsWith("proved: ");
      assertThat(ex10.messages()).hasSize(123);
      assertThat(perSecond(before)).isLessThanOrEqualTo(1);
      assertThat(perSecond(after)).isGreaterThan(2 * perSecond(before));
    }
  }

  /** The example's files of one day, with EX10 and SQL01 both on this machine. */
  private void lay(String day, int port) throws IOException {
    put("relay-policy.yaml", here(read("relay-policy.yaml"), port));
    put(RECORDED, here(read(day + RECORDED), port));
    put(
        "relay-connections.yaml",
        "hosts:\n  EX10: {recorded: recorded/EX10.xml, maxAge: never, answers: [127.0.0.1]}\n"
            + "  EX19: {recorded: recorded/EX19.xml}\n  SQL01: {recorded: recorded/SQL01.xml}\n");
  }

  private static String here(String text, int port) {
    return text.replace("10.20.4.11", "127.0.0.1").replace("0.0.0.0:25<", "0.0.0.0:" + port + "<");
  }

  private static String read(String file) throws IOException {
    return Files.readString(EXAMPLE.resolve(file));
  }

  private void put(String file, String text) throws IOException {
    Files.createDirectories(folder.resolve(file).resolveSibling("."));
    Files.writeString(folder.resolve(file), text);
  }

  private ProbeRun probe(int messages, SortedMap<String, LoadRates> former) {
    Probe.Options options =
        new Probe.Options(100, Optional.of("postmaster@corp.example"), messages, ProbePlan.PROMPT);
    try (SmtpDialler lines = new SmtpDialler(PATIENCE, PATIENCE)) {
      return new Probe(PORTS, lines, ProbeProgress.silent())
          .run(request(folder, "relay-connections.yaml", List.of("EX10")), options, former)
          .run();
    }
  }

  private static GoalRequest request(Path in, String connections, List<String> hosts) {
    return new GoalRequest(
        new GoalRequest.Paths(List.of(in.resolve("relay-policy.yaml")), in.resolve(connections)),
        hosts,
        FailOn.ERROR,
        1,
        Situation.NOW);
  }

  /** What came of a topic of SQL Relay. */
  private static String relay(ProbeRun run, String topic) {
    return Wires.verdict(run, "SQL Relay", topic);
  }

  private static double perSecond(ProbeRun run) {
    return Wires.attempt(run, "SQL Relay").measured().mailed().orElseThrow().perSecond();
  }
}
