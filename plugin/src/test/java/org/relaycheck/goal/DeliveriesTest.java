package org.relaycheck.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relaycheck.goal.RuledSite.broken;
import static org.relaycheck.goal.RuledSite.findings;
import static org.relaycheck.goal.RuledSite.unchecked;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.report.CheckRun;

/** To which server and connector a mail account's mail is taken to go. */
class DeliveriesTest {

  private static final String RULE = "answering-connector";
  private static final String POLICY =
      """
      receiveConnectors:
        Relay: {hosts: EX01, RemoteIPRanges: {contains: [10.0.4.11]}}
      mailAccounts:
        Mailer: {hosts: SQL01}
      """;
  private static final String WRONG = "'Default' answers 10.0.4.11 on EX01 port 25, not 'Relay'";

  @TempDir private Path folder;

  /** A server on which the relay is disabled, so that whatever reaches it is answered wrongly. */
  private RuledSite exchange(String told, Map<String, String> facts) {
    return new RuledSite(folder)
        .host("EX01", facts, told)
        .connector(
            "EX01",
            "Default",
            "Enabled=true",
            "Bindings=0.0.0.0:25, [::]:25",
            "RemoteIPRanges=0.0.0.0-255.255.255.255",
            "TransportRole=FrontendTransport")
        .connector(
            "EX01",
            "Relay",
            "Enabled=false",
            "Bindings=0.0.0.0:25, [::]:25",
            "RemoteIPRanges=10.0.4.11",
            "TransportRole=FrontendTransport")
        .policy(POLICY);
  }

  private RuledSite exchange(String told) {
    return exchange(told, Map.of());
  }

  private static RuledSite mailing(RuledSite site, String server, String told) {
    return site.sql("SQL01", told)
        .account("SQL01", "Mailer", "mailserver_name=" + server, "port=25");
  }

  private static CheckRun check(RuledSite site, String server) {
    return mailing(site, server, "sendsFrom: [10.0.4.11]").check();
  }

  @Test
  void a_server_is_called_by_a_name_that_leads_to_it() {
    CheckRun run = check(exchange("answers: [relay.corp.example]"), "RELAY.corp.example");

    assertThat(broken(run, RULE))
        .containsExactly(Map.entry("SQL01\\Mailer", WRONG + " → Enabled true of EX01\\Relay"));
  }

  @Test
  void a_server_is_called_by_its_own_name() {
    assertThat(broken(check(exchange(""), "ex01"), RULE)).hasSize(1);
  }

  @Test
  void a_server_is_called_by_its_name_in_dns_as_it_tells_it() {
    Map<String, String> facts = Map.of("Fqdn", "ex01.corp.example");

    assertThat(broken(check(exchange("", facts), "ex01.corp.example"), RULE)).hasSize(1);
    assertThat(unchecked(check(exchange("", facts), "ex01.other.example"), RULE))
        .contains("no Exchange server that was asked answers for ex01.other.example");
  }

  @Test
  void a_server_that_does_not_tell_its_name_in_dns_is_known_by_the_first_part() {
    assertThat(broken(check(exchange(""), "ex01.corp.example"), RULE)).hasSize(1);
  }

  @Test
  void a_name_that_leads_nowhere_is_told_with_the_line_to_add() {
    assertThat(unchecked(check(exchange(""), "mail.corp.example"), RULE))
        .contains("; add 'answers: [mail.corp.example]' to its host");
  }

  @Test
  void a_sender_without_an_address_is_told_with_the_line_to_add() {
    CheckRun run = mailing(exchange(""), "EX01", "").check();

    assertThat(unchecked(run, RULE)).contains("add 'sendsFrom: [ADDRESS]' to the host");
  }

  @Test
  void behind_a_balancer_its_address_counts_and_not_the_sender_s() {
    String told = "answers: [relay.corp.example], seenAs: [10.0.4.11]";

    CheckRun through =
        mailing(exchange(told), "relay.corp.example", "sendsFrom: [10.9.9.9]").check();
    CheckRun past = mailing(exchange(told), "EX01", "sendsFrom: [10.9.9.9]").check();

    assertThat(broken(through, RULE)).hasSize(1);
    assertThat(unchecked(past, RULE)).contains("the policy has no connector for 10.9.9.9 port 25");
  }

  @Test
  void each_address_is_looked_at_by_itself() {
    CheckRun run = mailing(exchange(""), "EX01", "sendsFrom: [10.0.4.11, 10.0.4.12]").check();

    assertThat(broken(run, RULE).get("SQL01\\Mailer")).startsWith(WRONG + " → ");
    assertThat(findings(run, RULE)).hasSize(1);
  }

  @Test
  void a_server_that_was_not_read_is_told() {
    RuledSite site = new RuledSite(folder).exchange("EX01", "").policy(POLICY);

    assertThat(unchecked(check(site, "EX01"), RULE))
        .contains("EX01 was not read: no route to it; look at the network");
  }

  @Test
  void a_server_that_was_not_asked_is_told() {
    CheckRun run = mailing(exchange(""), "EX01", "sendsFrom: [10.0.4.11]").check("SQL01");

    assertThat(unchecked(run, RULE)).contains("EX01 was not asked: left out by relay.hosts");
  }

  @Test
  void an_answer_that_may_leave_connectors_out_decides_nothing() {
    CheckRun run = check(exchange("").incomplete(), "EX01");

    assertThat(broken(run, RULE)).isEmpty();
    assertThat(unchecked(run, RULE)).contains("does not say that it lists everything");
  }

  @Test
  void a_connector_that_is_missing_is_meant_all_the_same() {
    RuledSite site =
        new RuledSite(folder)
            .exchange("EX01", "")
            .connector(
                "EX01",
                "Default",
                "Enabled=true",
                "Bindings=0.0.0.0:25",
                "RemoteIPRanges=0.0.0.0-255.255.255.255",
                "TransportRole=FrontendTransport")
            .policy(POLICY);

    assertThat(broken(check(site, "EX01"), RULE).get("SQL01\\Mailer")).startsWith(WRONG);
  }

  @Test
  void a_port_on_which_nobody_listens_is_told_though_the_policy_means_no_connector() {
    RuledSite site =
        exchange("")
            .sql("SQL01", "sendsFrom: [10.0.4.11]")
            .account("SQL01", "Mailer", "mailserver_name=EX01", "port=2626")
            .policy(POLICY.replace("RemoteIPRanges: {contains: [10.0.4.11]}", "Enabled: false"));

    assertThat(broken(site.check(), RULE).get("SQL01\\Mailer"))
        .startsWith("no connector answers 10.0.4.11 on EX01 port 2626");
  }

  @Test
  void of_several_that_the_policy_means_the_narrowest_is_meant() {
    String wide = "\n  Default: {hosts: EX01, RemoteIPRanges: 0.0.0.0-255.255.255.255}\n";
    RuledSite site = exchange("").policy(POLICY.replace("\nmailAccounts", wide + "mailAccounts"));

    assertThat(broken(check(site, "EX01"), RULE)).hasSize(1);
  }
}
