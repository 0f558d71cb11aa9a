package org.relaycheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.Outcome;
import org.relaycheck.compare.Verdict;
import org.relaycheck.report.text.ConsoleLine;
import org.relaycheck.report.text.ConsoleLine.Level;
import org.relaycheck.state.Address;
import org.relaycheck.state.HostState;

class ConsoleTest {

  @Test
  void a_difference_is_one_line_with_both_sides_the_reason_and_the_place() {
    Address address = new Address(Runs.CONNECTORS, "EX01", "SQL Relay");
    Finding finding =
        new Draft(address, Runs.PER_SOURCE)
            .sides("at least 100", "20")
            .fix("100")
            .why("bulk")
            .error();

    List<ConsoleLine> lines = Console.lines(run(List.of(finding)));

    assertThat(lines)
        .contains(
            new ConsoleLine(
                Level.ERROR,
                "~ EX01\\SQL Relay  MaxInboundConnectionPerSource  20 → at least 100  bulk"
                    + "  policies/edge.yaml:5:23"));
  }

  @Test
  void the_quiet_build_shows_errors_and_nothing_else() {
    List<ConsoleLine> lines = Console.lines(Runs.everyVerdict());

    assertThat(lines).filteredOn(line -> line.level() == Level.ERROR).hasSize(5);
    assertThat(lines).filteredOn(line -> line.level() == Level.WARN).hasSize(3);
    assertThat(lines).filteredOn(line -> line.level() == Level.DEBUG).hasSize(1);
  }

  @Test
  void a_value_is_never_cut_and_does_not_push_other_lines_apart() {
    String wide = "10.0.0.0/24, ".repeat(100);
    Address address = new Address(Runs.CONNECTORS, "EX01", "SQL Relay");
    Finding longOne = new Draft(address, Runs.BANNER).sides("x", wide).error();
    Finding shortOne = new Draft(address, Runs.TARPIT).sides("1s", "2s").error();

    List<ConsoleLine> lines = Console.lines(run(List.of(longOne, shortOne)));

    assertThat(lines.get(1).text()).contains(wide);
    assertThat(lines.get(2).text()).hasSizeLessThan(100);
  }

  @Test
  void a_fleet_that_differs_alike_is_a_few_lines() {
    List<ConsoleLine> lines = Console.lines(Runs.fleet(10_000));

    assertThat(lines).hasSizeLessThanOrEqualTo(20);
    assertThat(lines)
        .extracting(ConsoleLine::text)
        .containsSubsequence(
            "? EX00003, EX00007, EX00011, EX00015, EX00019 and 2495 more  not read  no route to"
                + " {host}  fix: see the firewall  (2500 unclear for this)",
            "~ Relay {host} on EX00000, EX00001, EX00002, EX00004, EX00005 and 7495 more  Banner"
                + "                         220 x → 220 {host}  policies/edge.yaml:5:23",
            "~ Relay {host} on EX00000, EX00002, EX00004, EX00005, EX00006 and 7494 more "
                + " MaxInboundConnectionPerSource  20 → at least 100   policies/edge.yaml:5:23",
            "~ EX00001\\Relay EX00001  MaxInboundConnectionPerSource  30 → at least 100 "
                + " policies/edge.yaml:5:23",
            "w 7500 findings waived; the next waiver to end is that of mail team on 2026-07-31");
  }

  @Test
  void what_differs_in_more_than_the_host_is_not_one_line() {
    Finding one =
        new Draft(new Address(Runs.CONNECTORS, "EX1", "R"), Runs.BANNER)
            .sides("220 EX1", "x")
            .error();
    Finding same =
        new Draft(new Address(Runs.CONNECTORS, "EX2", "R"), Runs.BANNER)
            .sides("220 EX2", "x")
            .error();
    Finding other =
        new Draft(new Address(Runs.CONNECTORS, "EX3", "R"), Runs.BANNER)
            .sides("220 EX30", "x")
            .error();

    List<ConsoleLine> lines = Console.found(run(List.of(one, same, other)));

    assertThat(lines).filteredOn(line -> line.level() == Level.ERROR).hasSize(2);
  }

  @Test
  void unread_hosts_with_one_cause_are_one_line_whatever_was_stated_for_them() {
    List<Finding> findings = new ArrayList<>();
    TreeMap<String, HostState> hosts = new TreeMap<>();
    for (int host = 100; host < 200; host++) {
      HostState.Unread silent = new HostState.Unread("timed out", "see the firewall");
      hosts.put("EX" + host, silent);
      for (int name = 0; name < 20; name++) {
        findings.add(new Draft("EX" + host, "R" + name).unread(silent).error(Verdict.UNCLEAR));
      }
    }

    List<ConsoleLine> lines = Console.lines(Runs.run(findings, new TreeSet<>(), hosts));

    assertThat(lines).filteredOn(line -> line.level() == Level.ERROR).hasSize(1);
    assertThat(lines.get(1).text())
        .isEqualTo(
            "? EX100, EX101, EX102, EX103, EX104 and 95 more  not read  timed out  fix: see the"
                + " firewall  (2000 unclear for this)");
  }

  @Test
  void an_unclear_finding_of_an_unread_host_with_another_cause_keeps_its_line() {
    TreeMap<String, HostState> hosts = new TreeMap<>();
    hosts.put("EX1", new HostState.Unread("timed out", "see the firewall"));
    Finding finding = new Draft("EX1", "R").cause("two resources match").error(Verdict.UNCLEAR);

    List<ConsoleLine> lines = Console.lines(Runs.run(List.of(finding), new TreeSet<>(), hosts));

    assertThat(lines)
        .extracting(ConsoleLine::text)
        .anyMatch(text -> text.contains("two resources match"));
  }

  @Test
  void after_a_thousand_lines_the_rest_is_counted_and_the_loudest_are_kept() {
    List<Finding> findings = new ArrayList<>();
    for (int i = 1000; i < 3000; i++) {
      Draft line = new Draft("EX01", "Relay " + i).sides("present", "");
      findings.add(i < 2500 ? line.warning(Verdict.MISSING) : line.error(Verdict.MISSING));
    }

    List<ConsoleLine> lines = Console.lines(run(findings));

    assertThat(lines).filteredOn(line -> line.level() == Level.ERROR).hasSize(500);
    assertThat(lines).filteredOn(line -> line.text().startsWith("+")).hasSize(1000);
    assertThat(lines)
        .extracting(ConsoleLine::text)
        .contains("… and 1000 more, all of them in report.json");
  }

  @Test
  void a_run_that_compared_nothing_says_so_as_an_error() {
    CheckRun clean = run(List.of());
    CheckRun nothing =
        new CheckRun(
            clean.drift(),
            Outcome.UNCLEAR,
            clean.failOn(),
            clean.scope(),
            clean.hosts(),
            clean.stamp());

    List<ConsoleLine> lines = Console.lines(nothing);

    assertThat(lines.get(0).text()).startsWith("unclear: nothing was compared; 1 of 1 host read");
    assertThat(lines.get(1).level()).isEqualTo(Level.ERROR);
    assertThat(lines.get(1).text()).contains("nothing was compared", "relay.hosts");
  }

  @Test
  void a_fix_is_told_where_the_desired_side_does_not_tell_it() {
    Address address = new Address(Runs.CONNECTORS, "EX01", "SQL Relay");
    Finding told = new Draft(address, Runs.TARPIT).sides("00:00:05", "1s").fix("5s").error();
    Finding untold =
        new Draft(address, Runs.BANNER).sides("matching 2.*", "1").fix("220 x").error();

    assertThat(new FindingText(told).line()).doesNotContain("fix");
    assertThat(new FindingText(untold).line()).contains("fix: 220 x");
  }

  @Test
  void the_message_of_an_exception_is_the_headline_and_the_next_command() {
    RunSummary summary = RunSummary.of(Runs.everyVerdict());

    assertThat(summary.message())
        .isEqualTo(summary.headline() + "\n" + String.join("\n", summary.next().lines()));
    assertThat(summary.headline())
        .isEqualTo(
            "unclear: 2 unclear, 1 missing, 3 drifted, 1 unexpected, 1 broken, 1 waived,"
                + " 1 not applicable, 2 in sync; 2 of 4 hosts read,"
                + " as of 2026-01-02T03:00:00Z to 2026-01-02T03:01:00Z, 1 not asked");
  }

  @Test
  void an_answer_that_tells_no_time_is_not_dated() {
    TreeMap<String, HostState> hosts = new TreeMap<>();
    hosts.put("EX01", new HostState.Read(java.util.Map.of(), Optional.empty(), java.util.Map.of()));

    String headline = RunSummary.of(Runs.run(List.of(), new TreeSet<>(), hosts)).headline();

    assertThat(headline).endsWith("1 of 1 host read (1 record does not say when it was made)");
  }

  private static CheckRun run(List<Finding> findings) {
    TreeMap<String, HostState> hosts = new TreeMap<>();
    hosts.put("EX01", Runs.read("2026-01-02T03:00:00Z"));
    return Runs.run(findings, new TreeSet<>(), hosts);
  }
}
