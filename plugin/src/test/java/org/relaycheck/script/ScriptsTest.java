package org.relaycheck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.relaycheck.script.Found.host;
import static org.relaycheck.script.Found.on;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.Verdict;
import org.relaycheck.report.plan.PlanConsole;
import org.relaycheck.report.plan.PlanPage;
import org.relaycheck.state.HostState;
import org.relaycheck.state.Severity;
import org.relaycheck.state.expectation.Fix;
import org.relaycheck.state.expectation.IsExactly;

/** What becomes of findings, whatever language and kind they are fixed in. */
class ScriptsTest {

  private static final IsExactly<Long> WANTED = new IsExactly<>(Optional.of(587L));

  /** A language with one kind of comment. */
  private static final ScriptForm PLAIN =
      new ScriptForm() {
        @Override
        public String extension() {
          return "txt";
        }

        @Override
        public String comment(String text) {
          return "# " + text;
        }

        @Override
        public String given(Set<ScriptSwitch> switches) {
          return switches.isEmpty() ? "" : switches.size() + " switches";
        }

        @Override
        public List<String> body(
            ScriptHost host,
            Set<ScriptSwitch> switches,
            List<String> preludes,
            List<String> steps) {
          List<String> lines = new ArrayList<>(List.of("open " + host.server()));
          lines.addAll(preludes);
          lines.addAll(steps);
          lines.add("close");
          return lines;
        }

        @Override
        public boolean together(ScriptHost host) {
          return false;
        }

        @Override
        public String command(String file, ScriptHost host, Set<ScriptSwitch> switches) {
          return "run " + file;
        }

        @Override
        public List<String> usage(String file, ScriptHost host, Set<ScriptSwitch> switches) {
          return List.of("Run " + file);
        }
      };

  /** A kind of which everything but what is called "stubborn" is fixed. */
  private record Plain(String kind) implements KindRemediator {

    @Override
    public ScriptForm form() {
      return PLAIN;
    }

    @Override
    public KindRemediation remediation(ScriptHost host, List<Finding> findings) {
      List<ScriptStep> steps =
          findings.stream()
              .filter(finding -> !finding.subject().address().name().equals("stubborn"))
              .map(Plain::step)
              .toList();
      return new KindRemediation(
          "prepare " + kind, "Nothing stops.", List.of("It is careful."), steps, List.of());
    }

    private static ScriptStep step(Finding finding) {
      String name = finding.subject().address().name();
      return new ScriptStep(
          finding.subject().address(),
          List.of(finding),
          ScriptPart.of("fix " + name + "\n"),
          ScriptPart.of("undo " + name + "\n"),
          List.of("it hurts"),
          List.of("the pain"));
    }
  }

  private static Prescription prescribe(List<ScriptHost> hosts, Finding... findings) {
    return Prescription.of(
        hosts, List.of(findings), List.of(new Plain("mailAccounts"), new Plain("mailProfiles")));
  }

  private static Prescription prescribe(Finding... findings) {
    return prescribe(List.of(host("SQL01", Map.of())), findings);
  }

  @Test
  void all_kinds_of_a_host_are_in_one_script_in_the_order_of_the_remediators() {
    HostState.Read read =
        new HostState.Read(
            Map.of("DomainController", "dc1.example.com"),
            Optional.of(Instant.parse("2026-11-24T09:55:00Z")),
            Map.of());

    Prescription prescription =
        prescribe(
            List.of(new ScriptHost("SQL01", "SQL01", read)),
            on("SQL01", "mailProfiles", "P").wanting(WANTED),
            on("SQL01", "mailAccounts", "A").wanting(WANTED));

    assertThat(prescription.byHand()).isEmpty();
    assertThat(prescription.scripts()).hasSize(1);
    assertThat(prescription.scripts().get(0).fix().split("\r\n", -1))
        .containsExactly(
            "# Fixes SQL01: 2 to change.",
            "# The plan, in this order:",
            "#   1. change mailAccounts 'A'",
            "#        port: 25 -> 587  (policies/mail.yaml:7:5)",
            "#   2. change mailProfiles 'P'",
            "#        port: 25 -> 587  (policies/mail.yaml:7:5)",
            "# Compared: mailAccounts, mailProfiles with policies/mail.yaml.",
            "# The answer was read at 2026-11-24T09:55:00Z by domain controller dc1.example.com.",
            "# What it fixes can be brought back by rollback/SQL01.txt.",
            "# Keep this folder, and not in target, which mvn clean deletes: no later run writes"
                + " the"
                + " same rollback again.",
            "# Run SQL01.txt",
            "# Nothing stops.",
            "# It is careful.",
            "# Mind: mailAccounts 'A': it hurts",
            "# Mind: mailProfiles 'P': it hurts",
            "# The rollback cannot undo: mailAccounts 'A': the pain",
            "# The rollback cannot undo: mailProfiles 'P': the pain",
            "",
            "open SQL01",
            "prepare mailAccounts",
            "prepare mailProfiles",
            "# mailAccounts 'A'",
            "#   port: The port decides which receive connector answers.",
            "#   The policy's reason: the team said so",
            "fix A",
            "# mailProfiles 'P'",
            "#   port: The port decides which receive connector answers.",
            "#   The policy's reason: the team said so",
            "fix P",
            "close",
            "");
    assertThat(prescription.scripts().get(0).rollback())
        .contains("# Undoes SQL01.txt on SQL01: 2 to change.\r\n")
        .contains("#        port: 587 -> 25  (policies/mail.yaml:7:5)\r\n")
        .contains("\r\nundo A\r\n")
        .doesNotContain("fix A\r\n");
  }

  @Test
  void what_is_waived_or_ignored_or_has_no_repair_is_in_no_script() {
    Finding waived = on("SQL01", "mailAccounts", "A").verdict(Verdict.WAIVED).wanting(WANTED);
    Finding ignored = on("SQL01", "mailAccounts", "B").severity(Severity.IGNORE).wanting(WANTED);

    Prescription prescription = prescribe(waived, ignored);

    assertThat(prescription.scripts()).isEmpty();
    assertThat(prescription.byHand()).isEmpty();
  }

  @Test
  void equal_changes_of_many_hosts_are_one_row_and_names_that_hold_the_host_too() {
    List<ScriptHost> hosts = List.of(host("SQL01", Map.of()), host("SQL02", Map.of()));

    RemediationPlan plan =
        prescribe(
                hosts,
                on("SQL01", "mailAccounts", "Mail of SQL01").wanting(WANTED),
                on("SQL01", "mailAccounts", "stubborn").wanting(WANTED),
                on("SQL02", "mailAccounts", "Mail of SQL02").wanting(WANTED),
                on("SQL02", "mailAccounts", "stubborn").wanting(WANTED),
                on("SQL02", "mailAccounts", "Only here").wanting(WANTED))
            .plan();

    assertThat(plan.totals()).isEqualTo("3 to change, 2 by hand");
    assertThat(plan.rows().stream().map(row -> row.name() + " on " + row.hosts()))
        .containsExactly("Mail of {host} on [SQL01, SQL02]", "Only here on [SQL02]");
    assertThat(plan.left().stream().map(row -> row.name() + " on " + row.hosts()))
        .containsExactly("stubborn on [SQL01, SQL02]");
    assertThat(plan.notes().stream().map(note -> note.text() + " on " + note.hosts()))
        .contains("Nothing stops. on [SQL01, SQL02]", "it hurts on [SQL01, SQL02]");
    assertThat(plan.scripts().stream().map(PlannedScript::command))
        .containsExactly("run SQL01.txt", "run SQL02.txt");
    assertThat(AllScripts.fix(plan)).isEmpty();
  }

  @Test
  void of_a_fleet_the_console_shows_one_screen_and_the_page_all_rows() {
    List<ScriptHost> hosts = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      String host = "SQL" + i;
      hosts.add(host(host, Map.of()));
      findings.add(on(host, "mailAccounts", "Bulk").wanting(WANTED));
      findings.add(on(host, "mailAccounts", "Own " + (i % 40)).wanting(WANTED));
      findings.add(on(host, "mailAccounts", "stubborn").wanting(WANTED));
    }

    RemediationPlan plan = prescribe(hosts, findings.toArray(Finding[]::new)).plan();

    assertThat(plan.totals()).isEqualTo("800 to change, 400 by hand");
    assertThat(plan.rows()).hasSize(41);
    assertThat(PlanConsole.lines(plan)).hasSizeLessThanOrEqualTo(20);
    assertThat(PlanConsole.lines(plan).stream().map(line -> line.text()))
        .contains("… and 27 rows in plan.md");
    assertThat(
            PlanPage.text(plan, List.of()).lines().filter(line -> line.startsWith("| ~ change |")))
        .hasSize(41);
  }

  @Test
  void a_host_that_was_not_read_gets_no_script() {
    Prescription prescription = prescribe(on("SQL02", "mailAccounts", "A").wanting(WANTED));

    assertThat(prescription.scripts()).isEmpty();
  }

  @Test
  void what_no_step_fixes_is_by_hand_whoever_forgot_to_say_so() {
    Prescription prescription =
        prescribe(
            on("SQL01", "mailAccounts", "A").wanting(WANTED),
            on("SQL01", "mailAccounts", "stubborn").wanting(WANTED),
            on("SQL01", "mailAccounts", "stubborn")
                .by("base")
                .wanting(
                    WANTED,
                    new Fix.ByHand<>("not scripted unless 'remediation: script' is stated")),
            on("SQL01", "receiveConnectors", "R").wanting(WANTED));

    assertThat(prescription.byHand().stream().map(one -> one.what() + ": " + one.why()))
        .containsExactly(
            "stubborn, port: no script fixes it",
            "stubborn, port: not scripted unless 'remediation: script' is stated",
            "R, port: there is no script for receiveConnectors yet");
    assertThat(prescription.scripts().get(0).fix())
        .contains(
            "#   By hand: stubborn, port: 25 -> 587  (policies/mail.yaml:7:5): not scripted unless"
                + " 'remediation: script' is stated\r\n")
        .contains("(policies/mail.yaml:7:5): there is no script for receiveConnectors yet\r\n");
  }

  @Test
  void where_nothing_is_scripted_there_is_no_file() {
    Prescription prescription = prescribe(on("SQL01", "mailAccounts", "stubborn").wanting(WANTED));

    assertThat(prescription.scripts()).isEmpty();
    assertThat(prescription.byHand()).hasSize(1);
  }

  @Test
  void two_hosts_never_share_a_file() {
    List<ScriptHost> hosts =
        List.of(host("SQL03\\A", Map.of()), host("SQL03_A", Map.of()), host("sql03_a", Map.of()));

    Prescription prescription =
        prescribe(
            hosts,
            on("SQL03\\A", "mailAccounts", "A").wanting(WANTED),
            on("SQL03_A", "mailAccounts", "A").wanting(WANTED),
            on("sql03_a", "mailAccounts", "A").wanting(WANTED));

    assertThat(prescription.scripts().stream().map(Script::fileName))
        .containsExactly("SQL03_A.txt", "SQL03_A_2.txt", "sql03_a_3.txt");
    assertThat(prescription.scripts().get(0).fix())
        .contains("The answer was read at a time that it does not say.");
  }

  @Test
  void a_script_is_ascii_or_it_is_none() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Script("SQL01", "SQL01.sql", "\u2019", ""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Script("SQL01", "SQL01.sql", "", "\t"));
  }
}
