package org.relaycheck.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relaycheck.goal.RuledSite.broken;
import static org.relaycheck.goal.RuledSite.findings;
import static org.relaycheck.goal.RuledSite.unchecked;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.Outcome;
import org.relaycheck.compare.Verdict;
import org.relaycheck.goal.validate.Validate;
import org.relaycheck.report.CheckRun;
import org.relaycheck.report.text.ConsoleLine;
import org.relaycheck.state.Severity;

/** How a rule that is broken, or that cannot be judged, comes to a user. */
class RulesInUseTest {

  private static final String RULE = "connection-timeout-above-inactivity";
  private static final String[] WRONG = {
    "ConnectionTimeout=00:05:00", "ConnectionInactivityTimeout=00:10:00"
  };
  private static final String[] RIGHT = {
    "ConnectionTimeout=00:20:00", "ConnectionInactivityTimeout=00:10:00"
  };
  private static final String NAMED = "receiveConnectors: {Relay: {hosts: EX01}}\n";
  private static final String FOUND =
      "ConnectionTimeout 00:05:00 is not longer than ConnectionInactivityTimeout 00:10:00";

  /** What is found, in another spelling. */
  private static final String ACCEPTED =
      "{ConnectionInactivityTimeout: 600s, ConnectionTimeout: 5m}";

  @TempDir private Path folder;

  private RuledSite site(String... settings) {
    return new RuledSite(folder).exchange("EX01", "").connector("EX01", "Relay", settings);
  }

  @ParameterizedTest
  @CsvSource({"warning, CLEAN, WARNING", "error, DRIFT, ERROR", "ignore, CLEAN, IGNORE"})
  void a_policy_says_how_much_a_rule_matters(String word, Outcome outcome, Severity severity) {
    RuledSite site = site(WRONG).policy(NAMED + "rules: {" + RULE + ": " + word + "}\n");

    CheckRun run = site.check();

    assertThat(run.outcome()).isEqualTo(outcome);
    assertThat(findings(run, RULE)).extracting(Finding::severity).containsExactly(severity);
  }

  @Test
  void a_resource_that_the_policy_does_not_speak_of_is_left_alone() {
    RuledSite site = site(RIGHT).connector("EX01", "Other", WRONG).policy(NAMED);

    assertThat(broken(site.check(), RULE)).isEmpty();
  }

  @Test
  void a_resource_that_a_baseline_or_unlisted_speaks_of_is_looked_at() {
    RuledSite site = site(RIGHT).connector("EX01", "Other", WRONG);
    String baseline =
        "templates: {receiveConnectors: {all: {ConnectionTimeout: {atLeast: 1s}}}}\n"
            + "baselines: [{like: all, hosts: EX01}]\n";

    CheckRun byBaseline = site.policy(baseline).check();
    CheckRun byUnlisted = site.policy(NAMED + "unlisted: {receiveConnectors: ignore}\n").check();

    assertThat(broken(byBaseline, RULE)).containsOnlyKeys("EX01\\Other");
    assertThat(broken(byUnlisted, RULE)).containsOnlyKeys("EX01\\Other");
  }

  @Test
  void what_only_the_fixes_would_break_points_at_the_statement() {
    RuledSite site =
        site(RIGHT)
            .policy("receiveConnectors:\n  Relay:\n    hosts: EX01\n    ConnectionTimeout: 5m\n");

    Finding finding = findings(site.check(), RULE).get(0);

    assertThat(finding.difference().observed()).contains(FOUND);
    assertThat(finding.reasons().cause())
        .contains("this will be broken if you run the scripts: your policy asks for it");
    assertThat(finding.trail().origin().orElseThrow().place().line()).isEqualTo(5);
  }

  @Test
  void what_the_fixes_put_right_says_so() {
    RuledSite site =
        site(WRONG).policy("receiveConnectors: {Relay: {hosts: EX01, ConnectionTimeout: 20m}}\n");

    Finding finding = findings(site.check(), RULE).get(0);

    assertThat(finding.reasons().cause())
        .contains("running the scripts of relay:remediate fixes this too");
  }

  @Test
  void what_stays_broken_in_another_way_wants_what_is_lacking_once_fixed() {
    RuledSite site =
        site(WRONG)
            .policy("receiveConnectors: {Relay: {hosts: EX01, ConnectionInactivityTimeout: 8m}}\n");

    Finding finding = findings(site.check(), RULE).get(0);

    assertThat(finding.difference().observed()).contains(FOUND);
    assertThat(finding.difference().desired()).isEqualTo("ConnectionTimeout above 00:08:00");
    assertThat(finding.reasons().cause())
        .contains(
            "with the values of your policy, ConnectionTimeout 00:05:00 is not longer than"
                + " ConnectionInactivityTimeout 00:08:00");
  }

  @Test
  void drift_that_is_waived_will_not_be_fixed() {
    RuledSite site =
        site(WRONG)
            .policy("receiveConnectors: {Relay: {hosts: EX01, ConnectionTimeout: 20m}}\n")
            .waivers(
                "waivers: [{setting: ConnectionTimeout, kind: receiveConnectors, name: Relay,"
                    + " hosts: EX01, accepted: 5m, reason: r, owner: o, until: 2027-01-31}]\n");

    Finding finding = findings(site.check(), RULE).get(0);

    assertThat(finding.reasons().cause()).isEmpty();
  }

  @Test
  void a_waiver_accepts_exactly_the_values_that_break_the_rule_in_any_spelling() {
    RuledSite site = site(WRONG).policy(NAMED + "rules: {" + RULE + ": error}\n");
    String waiver =
        "waivers: [{rule: %s, kind: receiveConnectors, name: Relay, hosts: EX01,"
            + " accepted: %s, reason: r, owner: o, until: 2027-01-31}]\n";

    CheckRun same = site.waivers(waiver.formatted(RULE, ACCEPTED)).check();
    CheckRun other = site.waivers(waiver.formatted(RULE, ACCEPTED.replace("5", "6"))).check();
    CheckRun less = site.waivers(waiver.formatted(RULE, "{ConnectionTimeout: 5m}")).check();

    assertThat(same.outcome()).isEqualTo(Outcome.CLEAN);
    assertThat(same.drift().count(Verdict.WAIVED)).isEqualTo(1);
    assertThat(other.outcome()).isEqualTo(Outcome.DRIFT);
    assertThat(other.drift().waivers())
        .singleElement()
        .asString()
        .contains(
            "does not cover EX01, which has ConnectionTimeout 00:05:00,"
                + " ConnectionInactivityTimeout 00:10:00");
    assertThat(less.outcome()).isEqualTo(Outcome.DRIFT);
  }

  @Test
  void a_waiver_accepts_the_values_of_other_resources_too() {
    String overlap = "remote-range-overlap";
    String waiver =
        "waivers: [{rule: %s, kind: receiveConnectors, name: Relay, hosts: EX01, accepted:"
                .formatted(overlap)
            + " {Bindings: '0.0.0.0:25', RemoteIPRanges: 10.0.4.0/24, Scanner: {Bindings:"
            + " '0.0.0.0:25', RemoteIPRanges: 10.0.4.9-10.0.5.9}}, reason: r, owner: o, until:"
            + " 2027-01-31}]\n";

    CheckRun same = overlapping("10.0.4.9-10.0.5.9").waivers(waiver).check();
    CheckRun other = overlapping("10.0.4.9-10.0.6.9").waivers(waiver).check();

    assertThat(findings(same, overlap)).extracting(Finding::verdict).contains(Verdict.WAIVED);
    assertThat(findings(other, overlap)).extracting(Finding::verdict).containsOnly(Verdict.BROKEN);
  }

  private RuledSite overlapping(String ranges) {
    String binding = "Bindings=0.0.0.0:25";
    return new RuledSite(folder)
        .exchange("EX01", "")
        .connector("EX01", "Relay", binding, "RemoteIPRanges=10.0.4.0/24")
        .connector("EX01", "Scanner", binding, "RemoteIPRanges=" + ranges)
        .policy(NAMED);
  }

  @Test
  void what_is_not_known_is_told_and_fails_only_where_the_policy_names_the_rule() {
    RuledSite site =
        site("ConnectionTimeout=00:05:00").connector("EX01", "Two", "ConnectionTimeout=00:05:00");
    String policy = "receiveConnectors: {Relay: {hosts: EX01}, Two: {hosts: EX01}}\n";

    CheckRun unnamed = site.policy(policy).check();
    CheckRun named = site.policy(policy + "rules: {" + RULE + ": warning}\n").check();
    CheckRun ignored = site.policy(policy + "rules: {" + RULE + ": ignore}\n").check();

    assertThat(unnamed.outcome()).isEqualTo(Outcome.CLEAN);
    assertThat(unchecked(unnamed, RULE))
        .startsWith(
            "rule "
                + RULE
                + " was not checked for EX01\\Relay, EX01\\Two: ConnectionInactivityTimeout is not"
                + " known: the answer does not mention it; read the host again");
    assertThat(named.outcome()).isEqualTo(Outcome.UNCLEAR);
    assertThat(findings(named, RULE)).extracting(Finding::verdict).containsOnly(Verdict.UNCLEAR);
    assertThat(unchecked(named, RULE)).isEmpty();
    assertThat(unchecked(ignored, RULE)).isEmpty();
  }

  @Test
  void a_record_that_mentions_nothing_of_a_rule_brings_no_line_for_it() {
    RuledSite site = site("MaxHopCount=60").policy(NAMED);

    assertThat(unchecked(site.check(), RULE)).isEmpty();
  }

  @Test
  void an_unknown_rule_is_told_with_the_nearest_right_one() {
    RuledSite site = site(RIGHT).policy(NAMED + "rules: {per-source-limits: error}\n");

    assertThat(site.check().drift().coverage().notes())
        .singleElement()
        .asString()
        .endsWith("3:9  'per-source-limits' is not a rule; did you mean 'per-source-limit'?");
  }

  @Test
  void validate_finds_what_the_policy_breaks_by_itself_once_for_all_hosts() {
    RuledSite site =
        new RuledSite(folder)
            .exchange("EX01", "")
            .exchange("EX02", "")
            .policy(
                "receiveConnectors:\n  Relay: {hosts: [EX01, EX02], ConnectionTimeout: {atMost:"
                    + " 5m}, ConnectionInactivityTimeout: {atLeast: 10m}}\n");

    Validate.Result result = site.validate();

    assertThat(result.fails()).isFalse();
    assertThat(result.summary()).contains("; it breaks 1 rule");
    assertThat(result.lines())
        .containsExactly(
            new ConsoleLine(
                ConsoleLine.Level.WARN,
                folder.resolve("relay-policy.yaml")
                    + ":3:32  Relay on EX01, EX02: rule "
                    + RULE
                    + ": "
                    + FOUND
                    + " → ConnectionTimeout above 00:10:00"));
  }

  @Test
  void validate_fails_for_a_rule_that_is_an_error_and_not_waived() {
    RuledSite site =
        new RuledSite(folder)
            .exchange("EX01", "")
            .policy(
                "receiveConnectors: {Relay: {hosts: EX01, ConnectionTimeout: 5m,"
                    + " ConnectionInactivityTimeout: 10m}}\nrules: {"
                    + RULE
                    + ": error}\n");

    Validate.Result open = site.validate();
    site.waivers(
        "waivers: [{rule: %s, kind: receiveConnectors, name: Relay, hosts: EX01, accepted: %s,"
                .formatted(RULE, ACCEPTED)
            + " reason: r, owner: o, until: 2027-01-31}]\n");
    Validate.Result waived = site.validate();

    assertThat(open.fails()).isTrue();
    assertThat(waived.fails()).isFalse();
    assertThat(waived.lines()).isEqualTo(List.of());
  }

  @Test
  void a_policy_that_leaves_open_what_decides_breaks_nothing() {
    RuledSite site =
        new RuledSite(folder)
            .exchange("EX01", "")
            .policy(
                "receiveConnectors: {Relay: {hosts: EX01, ConnectionTimeout: {atLeast: 5m},"
                    + " ConnectionInactivityTimeout: 10m}}\n");

    assertThat(site.validate().lines()).isEmpty();
  }
}
