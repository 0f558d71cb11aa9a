package org.relaycheck.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relaycheck.goal.RuledSite.broken;
import static org.relaycheck.goal.RuledSite.unchecked;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relaycheck.report.CheckRun;

/** Rules about a mail account, by itself and at the connector that answers it. */
class AccountRulesTest {

  private static final String EXCHANGE_2010 = "Version 14.3 (Build 123.4)";
  private static final String EXCHANGE_2019 = "Version 15.2 (Build 1544.9)";
  private static final String ACCOUNT = "SQL01\\Mailer";

  @TempDir private Path folder;

  /** A site on which 'Relay' answers 'Mailer'. */
  private RuledSite site(String version, List<String> connector, String... account) {
    return site(Map.of("ExchangeVersion", version), connector, account);
  }

  private RuledSite site(Map<String, String> facts, List<String> connector, String... account) {
    List<String> relay = new ArrayList<>(connector);
    relay.addAll(
        List.of(
            "Enabled=true",
            "Bindings=0.0.0.0:25",
            "RemoteIPRanges=10.0.4.0/24",
            "TransportRole=FrontendTransport"));
    List<String> mailer = new ArrayList<>(List.of(account));
    mailer.addAll(List.of("mailserver_name=EX01", "port=25"));
    return new RuledSite(folder)
        .host("EX01", facts, "")
        .connector("EX01", "Relay", relay.toArray(String[]::new))
        .sql("SQL01", "sendsFrom: [10.0.4.11], usualLoad: 150")
        .account("SQL01", "Mailer", mailer.toArray(String[]::new))
        .policy(
            "receiveConnectors: {Relay: {hosts: EX01}}\nmailAccounts: {Mailer: {hosts: SQL01}}\n");
  }

  private RuledSite site(List<String> connector, String... account) {
    return site(EXCHANGE_2019, connector, account);
  }

  private static String found(CheckRun run, String rule) {
    return broken(run, rule).getOrDefault(ACCOUNT, "");
  }

  @ParameterizedTest
  @CsvSource({
    "14.3, 30s, 5s, 35, true",
    "14.3, 30s, 5s, 36, false",
    "14.3, 0s, 5s, 6, false",
    "15.2, 30s, 5s, 6, false",
    "15.2, 30s, 5m, 300, true",
    "14.3, 30s, 0s, 30, true"
  })
  void a_held_reply_is_waited_for(
      String version, String delay, String tarpit, String timeout, boolean tooShort) {
    List<String> relay = List.of("MaxAcknowledgementDelay=" + delay, "TarpitInterval=" + tarpit);

    CheckRun run = site("Version " + version, relay, "timeout=" + timeout).check();

    assertThat(found(run, "account-timeout-held-replies").isEmpty()).isEqualTo(!tooShort);
    assertThat(unchecked(run, "account-timeout-held-replies")).isEmpty();
  }

  @Test
  void without_a_version_only_what_holds_for_every_version_is_decided() {
    List<String> relay = List.of("MaxAcknowledgementDelay=30s", "TarpitInterval=5s");

    CheckRun shorter = site(Map.of(), relay, "timeout=20").check();
    CheckRun longer = site(Map.of(), relay, "timeout=36").check();

    assertThat(unchecked(shorter, "account-timeout-held-replies"))
        .contains("the version of Exchange is not known");
    assertThat(unchecked(longer, "account-timeout-held-replies")).isEmpty();
    assertThat(found(shorter, "account-timeout-held-replies")).isEmpty();
  }

  @Test
  void an_account_without_a_timeout_waits_nobody_knows_how_long() {
    CheckRun run = site(List.of(), "timeout=").check();

    assertThat(found(run, "account-timeout-back-pressure")).isEmpty();
    assertThat(unchecked(run, "account-timeout-back-pressure"))
        .contains("timeout is empty, and how long an account then waits is not documented");
  }

  @ParameterizedTest
  @CsvSource({"59, false", "60, true", "300, true"})
  void back_pressure_is_waited_for(String timeout, boolean longEnough) {
    CheckRun run = site(List.of(), "timeout=" + timeout).check();

    assertThat(found(run, "account-timeout-back-pressure").isEmpty()).isEqualTo(longEnough);
  }

  @ParameterizedTest
  @CsvSource({
    "false, true, Tls, 'enable_ssl is false, and EX01\\Relay accepts mail only with TLS'",
    "true, true, Tls, ''",
    "false, false, None, ''",
    "true, false, BasicAuth, 'enable_ssl is true, and EX01\\Relay offers no STARTTLS'"
  })
  void encryption_is_what_the_connector_demands_and_offers(
      String ssl, String required, String mechanism, String finding) {
    List<String> relay = List.of("RequireTLS=" + required, "AuthMechanism=" + mechanism);

    CheckRun run = site(relay, "enable_ssl=" + ssl).check();

    assertThat(found(run, "account-encryption")).startsWith(finding);
    assertThat(found(run, "account-encryption").isEmpty()).isEqualTo(finding.isEmpty());
  }

  private CheckRun login(String account, String mechanism, String groups, String rights) {
    List<String> settings = new ArrayList<>(List.of("use_default_credentials=0", "enable_ssl=0"));
    settings.addAll(
        switch (account) {
          case "windows" -> List.of("use_default_credentials=1", "username=", "credential=false");
          case "basic" -> List.of("username=relay", "credential=true");
          default -> List.of("username=", "credential=false");
        });
    List<String> relay =
        List.of(
            "AuthMechanism=" + mechanism,
            "PermissionGroups=" + groups,
            "ExtendedRights=" + rights,
            "InheritedRights=",
            "OtherRights=");
    return site(relay, settings.toArray(String[]::new)).check();
  }

  @ParameterizedTest
  @CsvSource({
    "anonymous, Tls, AnonymousUsers, '', ''",
    "anonymous, Tls, ExchangeUsers, '', does not accept it (PermissionGroups ExchangeUsers",
    "anonymous, ExternalAuthoritative, ExchangeServers, '', ''",
    "anonymous, Tls, ExchangeUsers, allow anonymous ms-Exch-SMTP-Submit, ''",
    "basic, Tls, ExchangeUsers, '', does not offer this login (AuthMechanism Tls)",
    "basic, BasicAuth, ExchangeUsers, '', ''",
    "basic, 'Tls, BasicAuth, BasicAuthRequireTLS', ExchangeUsers, '', offers it only with TLS",
    "basic, BasicAuth, AnonymousUsers, '', does not accept it (PermissionGroups AnonymousUsers",
    "basic, BasicAuth, None, allow S-1-5-11 ms-Exch-SMTP-Submit, ''",
    "windows, BasicAuth, ExchangeUsers, '', does not offer this login (AuthMechanism BasicAuth)",
    "windows, Integrated, ExchangeUsers, '', ''"
  })
  void a_login_is_offered_and_let_in(
      String account, String mechanism, String groups, String rights, String obstacle) {
    CheckRun run = login(account, mechanism, groups, rights);

    String found = found(run, "account-login");
    assertThat(found.isEmpty()).isEqualTo(obstacle.isEmpty());
    assertThat(found).contains(obstacle);
    assertThat(unchecked(run, "account-login")).isEmpty();
  }

  /** Setup gives servers the right to submit, which says nothing about users. */
  @Test
  void a_right_of_somebody_else_lets_no_account_in() {
    CheckRun run =
        login(
            "basic",
            "BasicAuth",
            "ExchangeServers",
            "allow MS Exchange\\Hub Transport Servers ms-Exch-SMTP-Submit");

    assertThat(found(run, "account-login")).isEmpty();
    assertThat(unchecked(run, "account-login"))
        .contains(
            "one of those with another right to submit is not known: MS EXCHANGE\\HUB TRANSPORT");
  }

  @Test
  void a_percentage_of_unlimited_connections_decides_nothing_for_a_sender() {
    CheckRun run =
        site(List.of(
                "MaxInboundConnection=unlimited",
                "MaxInboundConnectionPerSource=200",
                "MaxInboundConnectionPercentagePerSource=2"))
            .check();

    assertThat(found(run, "sender-connections")).isEmpty();
    assertThat(unchecked(run, "sender-connections"))
        .contains("what a percentage of an unlimited MaxInboundConnection amounts to");
  }

  @Test
  void mail_settings_that_could_not_be_read_decide_nothing_about_attachments() {
    RuledSite site =
        site(List.of("MaxMessageSize=36MB")).unread("SQL01", "mailSettings", "not permitted");

    CheckRun run = site.check();

    assertThat(found(run, "attachment-size")).isEmpty();
    assertThat(unchecked(run, "attachment-size")).contains("not permitted");
  }

  @Test
  void a_group_that_is_missing_decides_nothing_while_the_rights_are_not_read() {
    CheckRun run =
        site(
                List.of("AuthMechanism=Tls", "PermissionGroups=ExchangeUsers"),
                "use_default_credentials=0",
                "username=",
                "credential=false")
            .check();

    assertThat(found(run, "account-login")).isEmpty();
    assertThat(unchecked(run, "account-login")).contains("ExtendedRights is not known");
  }

  @ParameterizedTest
  @CsvSource({
    "100, 100, 'EX01\\Relay gives a source no more than MaxInboundConnectionPerSource 100'",
    "200, 2, 'EX01\\Relay gives a source no more than 100 (MaxInboundConnectionPercentage'",
    "200, 10, ''",
    "unlimited, 100, ''"
  })
  void the_usual_connections_of_a_sender_fit(String perSource, String percent, String finding) {
    List<String> relay =
        List.of(
            "MaxInboundConnection=5000",
            "MaxInboundConnectionPerSource=" + perSource,
            "MaxInboundConnectionPercentagePerSource=" + percent);

    String found = found(site(relay).check(), "sender-connections");

    assertThat(found.isEmpty()).isEqualTo(finding.isEmpty());
    assertThat(found).contains(finding);
  }

  @ParameterizedTest
  @CsvSource({
    "36MB, 10MB, 10MB (MaxReceiveSize",
    "8MB, Unlimited, 8MB (MaxMessageSize of EX01\\Re"
  })
  void what_binds_an_attachment_is_named(String own, String organisation, String cap) {
    Map<String, String> facts =
        Map.of("ExchangeVersion", EXCHANGE_2019, "TransportConfig.MaxReceiveSize", organisation);
    RuledSite site =
        site(facts, List.of("MaxMessageSize=" + own))
            .resource("mailSettings", "SQL01", "Database Mail", "MaxFileSize=10000000");

    assertThat(found(site.check(), "attachment-size")).contains("and the limit is " + cap);
  }

  @Test
  void an_organisation_that_is_not_known_decides_nothing_about_attachments() {
    RuledSite site =
        site(List.of("MaxMessageSize=36MB"))
            .resource("mailSettings", "SQL01", "Database Mail", "MaxFileSize=10000000");

    CheckRun run = site.check();

    assertThat(found(run, "attachment-size")).isEmpty();
    assertThat(unchecked(run, "attachment-size"))
        .contains("TransportConfig.MaxReceiveSize is not known");
  }

  @Test
  void an_old_server_passes_nothing_on() {
    List<String> relay = List.of("MaxMessageSize=36MB");
    RuledSite site =
        site(
                Map.of(
                    "ExchangeVersion",
                    EXCHANGE_2010,
                    "TransportConfig.MaxReceiveSize",
                    "unlimited"),
                relay)
            .policy("receiveConnectors: {Relay: {hosts: EX01, MaxMessageSize: 36MB}}\n");

    CheckRun run = site.check();

    assertThat(broken(run, "message-size-reached")).isEmpty();
    assertThat(unchecked(run, "message-size-reached")).isEmpty();
  }

  @Test
  void a_fix_of_a_connector_that_would_shut_an_account_out_points_at_its_statement() {
    RuledSite site =
        site(List.of("RequireTLS=false", "AuthMechanism=Tls"), "enable_ssl=false")
            .policy(
                "receiveConnectors:\n  Relay:\n    hosts: EX01\n    RequireTLS: true\n"
                    + "mailAccounts: {Mailer: {hosts: SQL01}}\n");

    var finding = RuledSite.findings(site.check(), "account-encryption").get(0);

    assertThat(finding.reasons().cause())
        .hasValueSatisfying(c -> assertThat(c).contains("if you run the scripts"));
    assertThat(finding.trail().origin().orElseThrow().place().line()).isEqualTo(5);
  }
}
