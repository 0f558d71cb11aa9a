package org.relaycheck.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.relaycheck.compare.Comparison;
import org.relaycheck.compare.ComparisonResult;
import org.relaycheck.connections.Connections;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.landscape.ObservedLandscape;
import org.relaycheck.landscape.SiteKnowledge;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.record.RecordWriter;
import org.relaycheck.rule.RuleRunner;
import org.relaycheck.rule.Rules;
import org.relaycheck.state.HostState;
import org.relaycheck.state.LastChange;
import org.relaycheck.state.Policy;
import org.relaycheck.value.Raw;
import org.relaycheck.yaml.PolicyException;

/**
 * Puts a made-up fleet to all rules, and prints what that takes after reading and comparing: beside
 * the connectors 100 SQL Servers with ten accounts each, whose mail goes to one of ten names behind
 * each of which are ten Exchange servers.
 *
 * <p>Argument: how many connectors. What is told is the processor time of the one thread, so that
 * other builds beside it count for less; the first number is of a JVM in which no rule ran before.
 */
final class RulesCheck {

  private static final String ADDED = "accounts.yaml";
  private static final int HOSTS = 100;
  private static final int NAMES = 10;
  private static final int ACCOUNTS = 10;
  private static final int TIMES = 10;
  private static final double MILLION = 1e6;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final FleetFiles files;
  private final Policy policy;
  private final SortedMap<String, HostState> hosts;
  private final SiteKnowledge site;

  private RulesCheck(FleetFiles files) throws PolicyException {
    Connections connections = files.connections();
    this.files = files;
    this.policy = files.policy(connections, List.of(files.folder().resolve(ADDED)));
    this.hosts = files.states(connections);
    Map<String, String> names = new HashMap<>();
    connections.hosts().forEach((key, host) -> names.put(key, host.server()));
    this.site = new SiteKnowledge(names, connections.surroundings(), LocalDate.now(ZoneOffset.UTC));
  }

  public static void main(String[] args) throws Exception {
    FleetFiles files = FleetFiles.of(Integer.parseInt(args[0]));
    try {
      addAccounts(files.folder());
      new RulesCheck(files).measure();
    } finally {
      files.delete();
    }
  }

  private void measure() {
    ComparisonResult drift = Comparison.between(policy, hosts, ResourceKinds.catalogues());
    List<Double> cpu = new ArrayList<>();
    ComparisonResult ruled = drift;
    for (int i = 0; i < TIMES; i++) {
      long start = THREADS.getCurrentThreadCpuTime();
      ruled = audit(drift);
      cpu.add((THREADS.getCurrentThreadCpuTime() - start) / MILLION);
    }
    System.out.printf(
        Locale.ROOT,
        "rules %d  connectors %d  accounts %d  findings of rules %d  cpu first %.0f ms"
            + "  least %.0f ms%n",
        Rules.all().size(),
        files.fleet().connectors(),
        HOSTS * ACCOUNTS,
        ruled.findings().size() - drift.findings().size(),
        cpu.get(0),
        cpu.stream().min(Double::compare).orElseThrow());
  }

  /** Making the worlds is part of it. */
  private ComparisonResult audit(ComparisonResult drift) {
    ObservedLandscape worlds = new ObservedLandscape(hosts, policy, drift, site);
    return RuleRunner.by(policy).of(drift, worlds.now(), worlds.fixed(drift));
  }

  private static void addAccounts(Path folder) throws IOException {
    String all =
        IntStream.range(0, HOSTS).mapToObj(i -> "SQL" + i).collect(Collectors.joining(", "));
    StringBuilder yaml = new StringBuilder("version: 1\nmailAccounts:\n");
    for (int i = 0; i < ACCOUNTS; i++) {
      yaml.append("  Mailer " + i + ": {hosts: [" + all + "], port: 25}\n");
    }
    Files.writeString(folder.resolve(ADDED), yaml);
    StringBuilder connections = new StringBuilder("hosts:\n");
    for (int i = 0; i < HOSTS; i++) {
      String file = "{recorded: recorded/%s.xml, maxAge: never, ";
      connections.append("  EX" + i + ": " + file.formatted("EX" + i));
      connections.append("answers: [" + name(i / NAMES) + "]}\n");
      connections.append("  SQL" + i + ": " + file.formatted("SQL" + i));
      connections.append("sendsFrom: [198.18.0." + i + "], usualLoad: 200}\n");
      Files.writeString(
          folder.resolve("recorded/SQL" + i + ".xml"),
          new RecordWriter().text("SQL" + i, answer(i)));
    }
    Files.writeString(folder.resolve("relay-connections.yaml"), connections);
  }

  private static Answer answer(int host) {
    List<AnswerItem> items =
        IntStream.range(0, ACCOUNTS).mapToObj(i -> item("SQL" + host, i, host)).toList();
    Optional<Instant> read = Optional.of(Instant.parse("2026-01-01T00:00:00Z"));
    return new Answer(Map.of(), read, true, Map.of(), items);
  }

  private static AnswerItem item(String host, int number, int i) {
    Map<String, Raw> values =
        Map.of(
            MailAccountRows.MAILSERVER_NAME.name(), Raw.text(name(i % NAMES)),
            MailAccountRows.PORT.name(), Raw.text("25"),
            MailAccountRows.TIMEOUT.name(), Raw.text("120"),
            MailAccountRows.ENABLE_SSL.name(), Raw.text("true"),
            MailAccountRows.USE_DEFAULT_CREDENTIALS.name(), Raw.text("false"),
            MailAccountRows.USERNAME.name(), new Raw.Empty(),
            MailAccountRows.CREDENTIAL.name(), Raw.text("false"));
    String kind = MailAccountRows.CATALOGUE.kind();
    return new AnswerItem(
        kind, "Mailer " + number, Optional.of(host), values, LastChange.unknown());
  }

  private static String name(int group) {
    return "relay" + group + ".corp.example";
  }
}
