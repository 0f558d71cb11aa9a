package org.relaycheck.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Property;
import org.relaycheck.catalogue.Row;
import org.relaycheck.compare.ComparisonCoverage;
import org.relaycheck.compare.ComparisonResult;
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.Outcome;
import org.relaycheck.compare.Verdict;
import org.relaycheck.landscape.flow.FlowMap;
import org.relaycheck.landscape.flow.FlowNode;
import org.relaycheck.landscape.flow.FlowRow;
import org.relaycheck.state.Address;
import org.relaycheck.state.HostState;
import org.relaycheck.state.Waiver;
import org.relaycheck.value.Types;
import org.relaycheck.value.ValueType;

/** Runs to report on. */
public final class Runs {

  static final Property<Long> PER_SOURCE = row("MaxInboundConnectionPerSource", Types.COUNT);
  public static final Property<Duration> TARPIT = row("TarpitInterval", Types.SPAN);
  public static final Property<?> BANNER = row("Banner", Types.EXACT_TEXT);
  public static final String CONNECTORS = "receiveConnectors";

  /** Everything that is hard to show, and each syntax that a name could break out of. */
  public static final String NASTY =
      "\u001B[31mred\u009B1m\u0000\r\n\t\u202Egnp.exe\u2066\u200B\u00A0\uFEFF\uD800 \uDC00x\uFFFE"
          + "]]><b>|`a``b`[l](http://example.com/)@someone #12 &amp; \\| $x 'q' \"d\" \uD83D\uDE00";

  private static final HostState.Unread REFUSED =
      new HostState.Unread("connection refused", "see that port 22 is open");
  private static final Address RELAY = new Address(CONNECTORS, "EX01", "SQL Relay");
  private static final Instant WRITTEN = Instant.parse("2026-01-02T03:04:05Z");

  private Runs() {}

  private static <T> Property<T> row(String name, ValueType<T> type) {
    return Row.of(name, type, new Binding.SetParameter())
        .because("what it does", "a relay sends many mails at once", "made up");
  }

  /** Every verdict, severity and state of a host. */
  public static CheckRun everyVerdict() {
    Address inSync = new Address(CONNECTORS, "EX01", "Client Frontend EX01");
    List<Finding> findings = new ArrayList<>();
    findings.add(
        new Draft(RELAY, BANNER).sides("matching 220 .*", "210 hi").fix("220 ready").ignored());
    findings.add(
        new Draft(RELAY, PER_SOURCE)
            .sides("at least 100", "20")
            .fix("100")
            .why("bulk mail")
            .error());
    findings.add(
        new Draft(RELAY, TARPIT)
            .sides("00:00:00", "")
            .cause("the answer is cut off")
            .error(Verdict.UNCLEAR));
    findings.add(
        new Draft(RELAY, TARPIT)
            .baseline("disa-stig")
            .sides("00:00:05", "00:00:00")
            .byHand("a baseline")
            .warning());
    findings.add(
        new Draft(RELAY, TARPIT)
            .rule("tarpit-on-relay")
            .sides("no tarpit", "5 s")
            .warning(Verdict.BROKEN));
    findings.addAll(ofOtherHosts());
    List<String> told = List.of("w.yaml:2:5  the waiver of X: MaxHopCount 5 is not needed on EX01");
    return telling(told, run(findings, new TreeSet<>(List.of(RELAY, inSync)), everyState()))
        .along(flow("Bulk mailer", findings.get(4)));
  }

  private static List<Finding> ofOtherHosts() {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        new Draft("EX02", "Old relay")
            .sides("absent", "there")
            .removed()
            .error(Verdict.UNEXPECTED));
    findings.add(
        new Draft("EX02", "SQL Relay").sides("present", "").created().error(Verdict.MISSING));
    findings.add(
        new Draft(new Address(CONNECTORS, "EX02", "Waived"), PER_SOURCE)
            .sides("100", "50")
            .waived(
                new Waiver.Grant(
                    "the sender is replaced in May",
                    "mail team",
                    LocalDate.of(2026, 5, 31),
                    Optional.of("security board"),
                    Optional.of("CHG-1234")))
            .error(Verdict.WAIVED));
    findings.add(
        new Draft(new Address(CONNECTORS, "EX02", "X"), BANNER)
            .sides("220", "")
            .cause("it came with 2013")
            .error(Verdict.NOT_APPLICABLE));
    findings.add(
        new Draft("EX03", "SQL Relay").sides("present", "").unread(REFUSED).error(Verdict.UNCLEAR));
    return findings;
  }

  private static TreeMap<String, HostState> everyState() {
    TreeMap<String, HostState> hosts = new TreeMap<>();
    hosts.put("EX01", read("2026-01-02T03:00:00.123Z"));
    hosts.put("EX02", read("2026-01-02T03:01:00Z"));
    hosts.put("EX03", REFUSED);
    hosts.put("EX04", new HostState.Skipped("maintenance until 2026-02-01"));
    return hosts;
  }

  /** Nasty text in every place that comes from outside. */
  public static CheckRun nasty() {
    return full(NASTY);
  }

  /** A text in every place that comes from outside. */
  static CheckRun full(String text) {
    Address address = new Address(CONNECTORS, text, text);
    Finding finding =
        new Draft(address, BANNER).sides(text, text).fix(text).why(text).cause(text).error();
    Finding unclear =
        new Draft(address, TARPIT)
            .baseline(text)
            .sides(text, "")
            .cause(text)
            .error(Verdict.UNCLEAR);
    Finding lacking =
        new Draft(address, PER_SOURCE).sides(text, "").cause(text).error(Verdict.NOT_APPLICABLE);
    TreeMap<String, HostState> hosts = new TreeMap<>();
    hosts.put(text, new HostState.Read(Map.of(text, text), Optional.empty(), Map.of()));
    hosts.put(text + "2", new HostState.Unread(text, text));
    hosts.put(text + "3", new HostState.Skipped(text));
    Waiver.Grant grant =
        new Waiver.Grant(
            text, text, LocalDate.of(2026, 5, 31), Optional.of(text), Optional.of(text));
    Finding waived =
        new Draft(address, BANNER).rule(text).sides(text, text).waived(grant).error(Verdict.WAIVED);
    List<Finding> findings = List.of(finding, lacking, unclear, waived);
    return telling(List.of(text), run(findings, new TreeSet<>(), hosts)).along(flow(text, waived));
  }

  /**
   * Ways of mail: one that is known with a broken rule, and one that nobody answers for certain.
   */
  private static FlowMap flow(String text, Finding broken) {
    Address account = new Address("mailAccounts", "SQL01", text);
    FlowNode sender = new FlowNode(List.of(account), List.of(), true, List.of(broken));
    FlowNode relay = new FlowNode(List.of(RELAY), List.of(text), true, List.of());
    FlowNode unread = new FlowNode(List.of(RELAY, account), List.of(text), false, List.of());
    return new FlowMap(
        List.of(new FlowRow(sender, text, relay), new FlowRow(sender, text, unread)));
  }

  private static CheckRun telling(List<String> waivers, CheckRun run) {
    ComparisonResult drift =
        new ComparisonResult(
            run.drift().findings(), run.drift().counts(), run.drift().coverage(), waivers);
    return new CheckRun(drift, run.outcome(), run.failOn(), run.scope(), run.hosts(), run.stamp());
  }

  /** A host with as many connectors, of which the first have a finding each. */
  public static CheckRun large(int connectors, int findings) {
    SortedSet<Address> judged = new TreeSet<>();
    List<Finding> list = new ArrayList<>();
    for (int i = 0; i < connectors; i++) {
      Address address = new Address(CONNECTORS, "EX" + i % 50, "Relay " + i);
      judged.add(address);
      if (i < findings) {
        list.add(
            new Draft(address, PER_SOURCE)
                .sides("at least 100", "20")
                .fix("100")
                .why("bulk")
                .error());
      }
    }
    list.sort((a, b) -> a.subject().compareTo(b.subject()));
    TreeMap<String, HostState> hosts = new TreeMap<>();
    for (int i = 0; i < 50; i++) {
      hosts.put("EX" + i, read("2026-01-02T03:00:00Z"));
    }
    return run(list, judged, hosts);
  }

  /**
   * A fleet that has the same alike: two settings of a connector that is named after its host, a
   * waiver, a host in four of which could not be read, and one host with a value of its own.
   */
  public static CheckRun fleet(int hosts) {
    List<Finding> findings = new ArrayList<>();
    TreeMap<String, HostState> states = new TreeMap<>();
    for (int i = 0; i < hosts; i++) {
      String host = "EX%05d".formatted(i);
      Address address = new Address(CONNECTORS, host, "Relay " + host);
      boolean silent = i % 4 == 3;
      HostState.Unread unread = new HostState.Unread("no route to " + host, "see the firewall");
      states.put(host, silent ? unread : read("2026-01-02T03:00:00Z"));
      if (silent) {
        findings.add(new Draft(host, address.name()).unread(unread).error(Verdict.UNCLEAR));
      } else {
        String seen = i == 1 ? "30" : "20";
        findings.add(new Draft(address, PER_SOURCE).sides("at least 100", seen).fix("100").error());
        findings.add(
            new Draft(address, BANNER).sides("220 " + host, "220 x").fix("220 " + host).warning());
        findings.add(
            new Draft(address, TARPIT)
                .sides("5s", "1s")
                .waived(until(i == 2 ? 7 : 8))
                .error(Verdict.WAIVED));
      }
    }
    findings.sort((a, b) -> a.subject().compareTo(b.subject()));
    return run(findings, new TreeSet<>(), states);
  }

  private static Waiver.Grant until(int month) {
    return new Waiver.Grant(
        "r", "mail team", LocalDate.of(2026, month, 31), Optional.empty(), Optional.empty());
  }

  static CheckRun run(
      List<Finding> findings, SortedSet<Address> judged, TreeMap<String, HostState> hosts) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    findings.forEach(finding -> counts.merge(finding.verdict(), 1, Integer::sum));
    judged.forEach(address -> counts.merge(Verdict.IN_SYNC, 1, Integer::sum));
    List<String> notes =
        List.of("mailAccounts of EX01 were not looked at: no connection leads to SQL Server");
    ComparisonCoverage coverage =
        new ComparisonCoverage(12, 9, judged, findings.isEmpty() ? List.of() : notes);
    Outcome outcome =
        counts.containsKey(Verdict.UNCLEAR)
            ? Outcome.UNCLEAR
            : findings.isEmpty() ? Outcome.CLEAN : Outcome.DRIFT;
    return new CheckRun(
        new ComparisonResult(findings, counts, coverage),
        outcome,
        FailOn.ERROR,
        scope(),
        hosts,
        stamp());
  }

  public static CheckRun.Scope scope() {
    return new CheckRun.Scope(List.of("policies/edge.yaml", "C:\\Größe\\b.yaml"), List.of());
  }

  public static CheckRun.Stamp stamp() {
    return new CheckRun.Stamp("1.2.3", WRITTEN);
  }

  static HostState.Read read(String at) {
    Map<String, String> facts = Map.of("ServerRole", "Mailbox", "ExchangeVersion", "15.2.1544.4");
    return new HostState.Read(facts, Optional.of(Instant.parse(at)), Map.of());
  }
}
