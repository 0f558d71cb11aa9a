package org.relaycheck.goal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Finding;
import org.relaycheck.goal.check.Check;
import org.relaycheck.goal.explain.Explain;
import org.relaycheck.goal.explain.ExplainQuestion;
import org.relaycheck.goal.explain.WrongQuestionException;
import org.relaycheck.goal.probe.Probe;
import org.relaycheck.goal.validate.Validate;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.live.AnswerSource;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.probe.ProbeProgress;
import org.relaycheck.probe.plan.ProbePlan;
import org.relaycheck.probe.wire.SmtpServers;
import org.relaycheck.report.CheckRun;
import org.relaycheck.report.page.ReportPage;
import org.relaycheck.state.LastChange;
import org.relaycheck.value.Raw;

/** A site on which rules are tried: files in a folder, and hosts that answer at once. */
final class RuledSite implements AnswerSource {

  static final String CONNECTORS = "receiveConnectors";
  static final String ACCOUNTS = "mailAccounts";

  private final Path folder;
  private final Map<String, Map<String, String>> facts = new LinkedHashMap<>();
  private final Map<String, String> connections = new LinkedHashMap<>();
  private final Map<String, List<AnswerItem>> items = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> unread = new LinkedHashMap<>();
  private boolean complete = true;
  private Instant now = Situation.NOW;

  RuledSite(Path folder) {
    this.folder = folder;
  }

  /** An Exchange 2019 server; what people tell of it is in YAML, such as "answers: [relay]". */
  RuledSite exchange(String host, String told) {
    return exchange(host, "Version 15.2 (Build 1544.9)", told);
  }

  RuledSite exchange(String host, String version, String told) {
    return host(host, Map.of("ExchangeVersion", version, "ServerRole", "Mailbox"), told);
  }

  RuledSite sql(String host, String told) {
    return host(host, Map.of(), told);
  }

  RuledSite host(String host, Map<String, String> known, String told) {
    facts.put(host, known);
    connections.put(host, told);
    return this;
  }

  /** Another moment than the usual one. */
  RuledSite at(Instant moment) {
    now = moment;
    return this;
  }

  /** Answers that do not say that they list everything. */
  RuledSite incomplete() {
    complete = false;
    return this;
  }

  /** A kind that a host was asked for and did not tell. */
  RuledSite unread(String host, String kind, String why) {
    unread.put(host, Map.of(kind, why));
    return this;
  }

  /** A connector with settings such as "Enabled=true"; a list has commas, nothing is empty. */
  RuledSite connector(String host, String name, String... settings) {
    return resource(CONNECTORS, host, name, settings);
  }

  RuledSite account(String host, String name, String... settings) {
    return resource(ACCOUNTS, host, name, settings);
  }

  RuledSite resource(String kind, String host, String name, String... settings) {
    Map<String, Raw> values = new LinkedHashMap<>();
    for (String setting : settings) {
      int sign = setting.indexOf('=');
      String value = setting.substring(sign + 1);
      boolean list = value.contains(", ");
      values.put(
          setting.substring(0, sign),
          list ? Raw.items(Arrays.asList(value.split(", ", -1))) : Raw.text(value));
    }
    items
        .computeIfAbsent(host, one -> new ArrayList<>())
        .add(new AnswerItem(kind, name, Optional.of(host), values, LastChange.unknown()));
    return this;
  }

  RuledSite policy(String text) {
    return lay("relay-policy.yaml", "version: 1\n" + text);
  }

  RuledSite waivers(String text) {
    return lay("relay-waivers.yaml", text);
  }

  private RuledSite lay(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
      return this;
    } catch (IOException unwritten) {
      throw new UncheckedIOException(unwritten);
    }
  }

  CheckRun check(String... hosts) {
    layConnections();
    return new Check(new GoalPorts(this, SurveyProgress.silent(), "test"))
        .run(request(List.of(hosts)));
  }

  /** All that explain says to a text, with single blanks. */
  String explain(String symptom) {
    layConnections();
    try {
      ReportPage page =
          new Explain(new GoalPorts(this, SurveyProgress.silent(), "test"), line -> {})
              .run(
                  request(List.of()),
                  new ExplainQuestion(
                      List.of(), Optional.of(symptom), Optional.empty(), Optional.empty()))
              .page();
      return page.lines().stream()
          .map(line -> line.text().strip())
          .collect(Collectors.joining(" "))
          .replaceAll("\\s+", " ");
    } catch (WrongQuestionException wrong) {
      throw new AssertionError(wrong);
    }
  }

  /** All that a probe of a connector says, called through these lines with all that can be. */
  String probe(SmtpServers lines, String connector) {
    layConnections();
    Probe.Options options =
        new Probe.Options(20, Optional.of("a@corp.example"), 2, ProbePlan.PROMPT);
    return new Probe(
            new GoalPorts(this, SurveyProgress.silent(), "test"), lines, ProbeProgress.silent())
        .run(request(List.of()), options, new TreeMap<>()).run().proof().attempts().stream()
            .filter(attempt -> attempt.connector().name().equals(connector))
            .map(attempt -> attempt.answered() + "; " + attempt.results() + "; " + attempt.notes())
            .collect(Collectors.joining("; "));
  }

  Validate.Result validate() {
    layConnections();
    return new Validate().run(request(List.of()));
  }

  private void layConnections() {
    StringBuilder yaml = new StringBuilder("hosts:\n");
    connections.forEach(
        (host, told) ->
            yaml.append("  " + host + ": {recorded: none, maxAge: never" + more(told) + "}\n"));
    lay("relay-connections.yaml", yaml.toString());
  }

  private static String more(String told) {
    return told.isEmpty() ? "" : ", " + told;
  }

  private GoalRequest request(List<String> hosts) {
    GoalRequest.Paths paths =
        new GoalRequest.Paths(
            List.of(folder.resolve("relay-policy.yaml")), folder.resolve("relay-connections.yaml"));
    return new GoalRequest(paths, hosts, FailOn.ERROR, 1, now);
  }

  @Override
  public HostAnswer ask(HostConnection connection) {
    List<AnswerItem> own = items.get(connection.host());
    return own == null
        ? new HostAnswer.Failed("no route to it", "look at the network")
        : new HostAnswer.Answered(
            new Answer(
                facts.getOrDefault(connection.host(), Map.of()),
                Optional.empty(),
                complete,
                unread.getOrDefault(connection.host(), Map.of()),
                own));
  }

  /** What a rule found, as "found → wanted", by the resource. */
  static Map<String, String> broken(CheckRun run, String rule) {
    return findings(run, rule).stream()
        .filter(finding -> finding.difference().observed().isPresent())
        .collect(
            Collectors.toMap(
                finding -> finding.subject().address().toString(),
                finding ->
                    finding.difference().observed().orElse("")
                        + " → "
                        + finding.difference().desired()));
  }

  static List<Finding> findings(CheckRun run, String rule) {
    return run.drift().findings().stream()
        .filter(finding -> finding.subject().rule().filter(rule::equals).isPresent())
        .toList();
  }

  /** The line that says that a rule is not checked; empty if it is. */
  static String unchecked(CheckRun run, String rule) {
    return run.drift().coverage().notes().stream()
        .filter(note -> note.matches("rules? (.*, )?" + rule + "(, .*)? (was|were) not checked .*"))
        .collect(Collectors.joining("\n"));
  }
}
