package org.relaycheck.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relaycheck.goal.RuledSite.broken;
import static org.relaycheck.goal.RuledSite.unchecked;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relaycheck.report.CheckRun;

/** Rules that know a date, and facts of servers that have one. */
class DatedRulesTest {

  private static final String NAME = "<I>CN=Corp CA<S>CN=relay.corp.example";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "2026-12-31T23:59:59Z, accepts by default until the end of December 2026 only",
    "2027-01-01T00:00:00Z, no longer accepts since the end of December 2026"
  })
  void a_password_for_exchange_online_is_told_before_and_after_the_date(String now, String words) {
    CheckRun run = cloud("username=mailer", "credential=true").at(Instant.parse(now)).check();

    assertThat(broken(run, "cloud-login-ends").get("SQL01\\Bulk")).contains(words);
  }

  @Test
  void who_does_not_log_in_loses_nothing_when_logins_end() {
    CheckRun run = cloud("username=", "credential=false").check();

    assertThat(broken(run, "cloud-login-ends")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23, was good until 2026-11-23",
    "2026-11-24, not more than 30 days away",
    "2026-12-24, not more than 30 days away",
    "2026-12-25, not more than 60 days away",
    "2027-01-23, not more than 60 days away"
  })
  void a_certificate_that_ends_is_told(String until, String words) {
    CheckRun run = certificate(until, "CN=Corp CA").check();

    assertThat(broken(run, "connector-certificate").get("EX01\\Relay")).contains(words);
  }

  @Test
  void a_certificate_that_is_good_for_longer_holds() {
    assertThat(broken(certificate("2027-01-24", "CN=Corp CA").check(), "connector-certificate"))
        .isEmpty();
  }

  @Test
  void a_certificate_of_another_issuer_is_not_the_one_that_is_named() {
    CheckRun run = certificate("2028-01-01", "CN=New CA").check();

    assertThat(broken(run, "connector-certificate").get("EX01\\Relay"))
        .contains("no certificate of the server is the one of TlsCertificateName");
  }

  @Test
  void a_record_that_tells_no_certificates_leaves_it_open() {
    RuledSite site = relay(Map.of("ExchangeVersion", "Version 15.2 (Build 1544.9)"));

    CheckRun run = site.check();

    assertThat(broken(run, "connector-certificate")).isEmpty();
    assertThat(unchecked(run, "connector-certificate"))
        .contains("Certificates is not known: the answer does not contain it");
  }

  @Test
  void certificates_that_could_not_be_read_say_why() {
    Map<String, String> facts = new HashMap<>();
    facts.put("ExchangeVersion", "Version 15.2 (Build 1544.9)");
    facts.put("Unread.Certificates", "access denied");

    CheckRun run = relay(facts).check();

    assertThat(unchecked(run, "connector-certificate"))
        .contains("Certificates were not read: access denied");
  }

  private RuledSite cloud(String... login) {
    return new RuledSite(folder)
        .sql("SQL01", "")
        .account(
            "SQL01",
            "Bulk",
            "mailserver_name=SMTP.office365.com",
            "port=587",
            "use_default_credentials=0",
            login[0],
            login[1])
        .policy("mailAccounts:\n  Bulk: {hosts: SQL01, port: 587}\n");
  }

  private RuledSite certificate(String until, String issuer) {
    Map<String, String> facts = new HashMap<>();
    facts.put("ExchangeVersion", "Version 15.2 (Build 1544.9)");
    facts.put("Certificates", "1");
    facts.put("Certificate.0A1B.Subject", "CN=relay.corp.example");
    facts.put("Certificate.0A1B.Issuer", issuer);
    facts.put("Certificate.0A1B.Names", "relay.corp.example");
    facts.put("Certificate.0A1B.NotAfter", until + "T12:00:00");
    facts.put("Certificate.0A1B.Services", "SMTP");
    return relay(facts);
  }

  private RuledSite relay(Map<String, String> facts) {
    return new RuledSite(folder)
        .host("EX01", facts, "")
        .connector(
            "EX01", "Relay", "Enabled=true", "AuthMechanism=Tls", "TlsCertificateName=" + NAME)
        .policy("receiveConnectors:\n  Relay: {hosts: EX01, Enabled: true}\n");
  }
}
