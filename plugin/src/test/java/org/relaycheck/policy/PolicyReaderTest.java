package org.relaycheck.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.policy.read.Desk;
import org.relaycheck.state.Policy;
import org.relaycheck.state.Severity;
import org.relaycheck.state.Statement;
import org.relaycheck.state.expectation.Expectation;
import org.relaycheck.state.expectation.HasMembers;
import org.relaycheck.value.Raw;

class PolicyReaderTest {

  @TempDir Path folder;

  @Test
  void a_whole_policy_is_read() {
    Desk desk =
        new Desk(
            folder,
            Map.of(
                "strict",
                """
                version: 1
                templates: {receiveConnectors: {strict: {MaxHops: 60, Banner: {is: Hello, severity: warning}}}}
                """));
    desk.lay(
        "common.yaml",
        "version: 1\ntemplates: {receiveConnectors: {bulk: {MaxConnections: {atLeast: 100}}}}\n");

    Policy policy =
        desk.read(
            """
            include: [common.yaml, preset:strict]
            groups: {hubs: [EX01, ex02]}
            receiveConnectors:
              Relay:
                hosts: hubs
                like: [strict, bulk]
                severity: warning
                why: the mail team asked
                Ranges: [10.0.4.0/24]
                Banner: {matches: '220 .*', set: '220 Ready', severity: warning, remediation: by-hand, why: rule 7}
                create: {Usage: Custom}
                at: {EX02: {MaxHops: 30}}
              Old relay: {hosts: EX01, state: absent}
            mailAccounts:
              Mailer: {hosts: all, timeout: {atLeast: 120, set: 120}}
            baselines:
              - {like: strict, hosts: hubs, where: {setup: true}}
            rules:
            unlisted: {receiveConnectors: warning}
            """);

    assertThat(Desk.told(policy))
        .containsExactly(
            "EX03\\Mailer as one of all (error) [timeout: at least 120 (error, set 120)]",
            "SQL01\\Mailer as one of all (error) [timeout: at least 120 (error, set 120)]",
            "SQL02\\REPORTING\\Mailer as one of all (error) [timeout: at least 120 (error, set"
                + " 120)]",
            "EX01\\Old relay absent (error) []",
            "EX01\\Relay (warning) [MaxHops: 60 (error), MaxConnections: at least 100 (error),"
                + " Banner: matching 220 .* (warning, set 220 Ready, by hand), Ranges:"
                + " 10.0.4.0/24 (error)]",
            "EX02\\Relay (warning) [MaxHops: 30 (error), MaxConnections: at least 100 (error),"
                + " Banner: matching 220 .* (warning, set 220 Ready, by hand), Ranges:"
                + " 10.0.4.0/24 (error)]",
            "receiveConnectors on EX01 by strict where [setup: true (error)] (error)"
                + " [MaxHops: 60 (error, by hand), Banner: Hello (warning, by hand)]",
            "receiveConnectors on EX02 by strict where [setup: true (error)] (error)"
                + " [MaxHops: 60 (error, by hand), Banner: Hello (warning, by hand)]");
    assertThat(policy.unlisted()).containsExactly(Map.entry("receiveConnectors", Severity.WARNING));
  }

  @Test
  void only_addresses_are_taken_away_by_hand() {
    Desk desk = Desk.in(folder);

    Expectation<?> addresses = desk.statement("Ranges: {excludes: 192.0.2.1}").wanted();
    Expectation<?> words = desk.statement("Methods: {excludes: Tls}").wanted();

    assertThat(((HasMembers<?>) addresses).excludesByHand()).isTrue();
    assertThat(((HasMembers<?>) words).excludesByHand()).isFalse();
  }

  @Test
  void a_zero_that_means_no_limit_is_above_every_bound() {
    Statement<?> statement = Desk.in(folder).statement("MaxWait: {atLeast: 5s}");

    assertThat(accepts(statement, "0")).isTrue();
    assertThat(accepts(statement, "4s")).isFalse();
  }

  private static <T> boolean accepts(Statement<T> statement, String text) {
    return statement.wanted().accepts(statement.property().read(Raw.text(text)));
  }
}
