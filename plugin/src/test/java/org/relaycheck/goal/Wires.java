package org.relaycheck.goal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.relaycheck.compare.FailOn;
import org.relaycheck.goal.probe.Probe;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.probe.ProbeAttempt;
import org.relaycheck.probe.ProbeProgress;
import org.relaycheck.probe.expect.ProbeResult;
import org.relaycheck.probe.plan.ProbePlan;
import org.relaycheck.probe.plan.WireVerdict;
import org.relaycheck.probe.wire.SmtpServers;
import org.relaycheck.record.RecordSource;
import org.relaycheck.report.probe.LoadRates;
import org.relaycheck.report.probe.ProbeRun;
import org.relaycheck.smtp.SmtpDialler;

/** A server EX01 with connectors, a policy for it, and a probe of both from this machine. */
public final class Wires {

  /** The usual moment of a probe. */
  public static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path folder;
  private final StringBuilder connectors = new StringBuilder();
  private final List<String> policy = new ArrayList<>();
  private String version = "Version 14.3 (Build 123.4)";
  private String host = "answers: [127.0.0.1]";
  private String accounts = "";
  private int connections;
  private Optional<String> sendTo = Optional.empty();
  private int messages = 20;
  private Duration prompt = ProbePlan.PROMPT;
  private FailOn failOn = FailOn.ERROR;
  private Instant now = NOW;
  private String lastScript = "";

  public Wires(Path folder) {
    this.folder = folder;
  }

  /** A connector of the server, enabled, for this machine and a few others. */
  public Wires connector(String name, int port, String... more) {
    return connector(name, port + "", "127.0.0.0/24", more);
  }

  public Wires connector(String name, String port, String range, String... more) {
    connectors.append("<resource kind='receiveConnectors' name='").append(name).append("'>");
    connectors.append("<value name='Enabled'>True</value>");
    connectors.append("<list name='Bindings'><item>0.0.0.0:").append(port).append("</item></list>");
    connectors
        .append("<list name='RemoteIPRanges'><item>")
        .append(range)
        .append("</item></list>")
        .append(String.join("", more))
        .append("</resource>");
    return this;
  }

  /** The server's version; 2010 unless it is told. */
  public Wires version(String text) {
    version = text;
    return this;
  }

  public Wires host(String text) {
    host = text;
    return this;
  }

  /** Lines of the policy about the connector Relay, each a setting. */
  public Wires policy(String... settings) {
    policy.addAll(List.of(settings));
    return this;
  }

  public Wires accounts(String yaml) {
    accounts = yaml;
    return this;
  }

  public Wires connections(int most) {
    connections = most;
    return this;
  }

  public Wires send(String to, int number) {
    sendTo = Optional.of(to);
    messages = number;
    return this;
  }

  public Wires prompt(Duration time) {
    prompt = time;
    return this;
  }

  public Wires failOn(FailOn threshold) {
    failOn = threshold;
    return this;
  }

  /** Another moment than the usual one, at which the server's record is not too old either. */
  public Wires at(Instant moment) {
    now = moment;
    host += ", maxAge: never";
    return this;
  }

  public String lastScript() {
    return lastScript;
  }

  public ProbeRun probe() throws IOException {
    return probe(new TreeMap<>());
  }

  public ProbeRun probe(SortedMap<String, LoadRates> former) throws IOException {
    try (SmtpDialler dialler = new SmtpDialler(PATIENCE, PATIENCE)) {
      return probe(dialler, former);
    }
  }

  public ProbeRun probe(SmtpServers lines, SortedMap<String, LoadRates> former) throws IOException {
    write();
    GoalRequest request =
        new GoalRequest(
            new GoalRequest.Paths(
                List.of(folder.resolve("policy.yaml")), folder.resolve("connections.yaml")),
            List.of(),
            failOn,
            1,
            now);
    GoalPorts ports =
        new GoalPorts(
            new RecordSource(ResourceKinds.receiveConnectors()), SurveyProgress.silent(), "1.2.3");
    Probe.Result result =
        new Probe(ports, lines, ProbeProgress.silent())
            .run(request, new Probe.Options(connections, sendTo, messages, prompt), former);
    lastScript = result.script();
    return result.run();
  }

  private void write() throws IOException {
    Files.writeString(
        folder.resolve("EX01.xml"),
        "<record version='1' host='EX01' read='2026-11-24T08:00:00Z' complete='true'>"
            + "<fact name='ExchangeVersion'>"
            + version
            + "</fact>"
            + connectors
            + "</record>");
    Files.writeString(
        folder.resolve("connections.yaml"),
        "hosts:\n  EX01: {recorded: EX01.xml, "
            + host
            + "}\n"
            + (accounts.isEmpty() ? "" : "  SQL01: {recorded: SQL01.xml}\n"));
    Files.writeString(
        folder.resolve("policy.yaml"),
        "version: 1\nreceiveConnectors:\n  Relay:\n    hosts: EX01\n"
            + String.join("", policy.stream().map(line -> "    " + line + "\n").toList())
            + accounts);
  }

  /** What became of a connector. */
  static ProbeAttempt attempt(ProbeRun run, String connector) {
    return run.proof().attempts().stream()
        .filter(attempt -> attempt.connector().name().equals(connector))
        .findFirst()
        .orElseThrow(() -> new AssertionError(connector + " is not among " + run.proof()));
  }

  /** The only result about a topic of the connector Relay. */
  public static ProbeResult result(ProbeRun run, String topic) {
    return result(run, "Relay", topic);
  }

  private static ProbeResult result(ProbeRun run, String connector, String topic) {
    return attempt(run, connector).results().stream()
        .filter(result -> result.topic().equals(topic))
        .findFirst()
        .orElseThrow(() -> new AssertionError(topic + " is not among " + run.proof()));
  }

  /**
   * What came of a topic of the connector Relay: proved, refuted or inconclusive, and the words.
   */
  public static String verdict(ProbeRun run, String topic) {
    return verdict(run, "Relay", topic);
  }

  static String verdict(ProbeRun run, String connector, String topic) {
    return words(result(run, connector, topic).judgement());
  }

  private static String words(WireVerdict judgement) {
    if (judgement instanceof WireVerdict.Proved proved) {
      return "proved: " + proved.evidence();
    }
    if (judgement instanceof WireVerdict.Refuted refuted) {
      return "refuted: " + refuted.evidence() + " | " + refuted.look();
    }
    WireVerdict.Inconclusive inconclusive = (WireVerdict.Inconclusive) judgement;
    return "inconclusive: " + inconclusive.why() + " | " + inconclusive.fix();
  }
}
