package org.relaycheck.explain.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relaycheck.explain.cause.Plant.EX2010;
import static org.relaycheck.explain.cause.Plant.EX2019;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.explain.log.LogEntry;
import org.relaycheck.explain.log.LogFindings;

/** How the values that were read rank the causes. */
class CausesTest {

  private static final String NOT_ACTIVE = "421 4.3.2 Service not active";
  private static final String OLD_LIMIT =
      "421 4.3.2 The maximum number of concurrent connections has exceeded a limit";
  private static final String LIMIT =
      "421 4.3.2 The maximum number of concurrent server connections has exceeded a per-source"
          + " limit";
  private static final String TIMEOUT =
      "Cannot send mails to mail server. (The operation has timed out.)";
  private static final String RELAY = "550 5.7.1 Unable to relay";
  private static final String LOGIN = "530 5.7.1 Client was not authenticated";

  @Test
  void service_not_active_is_about_components_first_and_never_about_limits() {
    List<RankedCause> suspects = new Plant().suspects(NOT_ACTIVE);

    assertThat(suspects)
        .extracting(suspect -> suspect.cause().id())
        .containsExactly("component-inactive", "hub-connector-on-25", "transport-agent");
  }

  static List<Samples> texts() {
    return Samples.of("causes.txt");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void the_cause_of_what_systems_say_is_named_first(Samples sample) {
    List<RankedCause> suspects = Causes.of(sample.told(), FlowRead.unknown());

    assertThat(suspects).isNotEmpty();
    assertThat(suspects.get(0).cause().id()).isIn(sample.expected());
  }

  @Test
  void the_state_of_the_components_decides() {
    Plant active =
        server(
            EX2019,
            "ComponentState.FrontendTransport",
            "Active",
            "ComponentState.HubTransport",
            "Active");
    Plant draining =
        server(
            EX2019,
            "ComponentState.FrontendTransport",
            "Active",
            "ComponentState.HubTransport",
            "Draining");

    assertThat(active.judged("component-inactive", NOT_ACTIVE).weight())
        .isEqualTo(Likelihood.UNLIKELY);
    assertThat(draining.judged("component-inactive", NOT_ACTIVE))
        .isEqualTo(
            new CauseJudgement(
                Likelihood.FITS,
                List.of("EX01: FrontendTransport is Active, HubTransport is Draining")));
    assertThat(server(EX2019).judged("component-inactive", NOT_ACTIVE).weight())
        .isEqualTo(Likelihood.POSSIBLE);
    assertThat(server(EX2010).judged("component-inactive", NOT_ACTIVE).weight())
        .isEqualTo(Likelihood.EXCLUDED);
  }

  @ParameterizedTest
  @CsvSource({
    "20, 2, 5000, FITS, POSSIBLE",
    "20, 100, 5000, FITS, POSSIBLE",
    "500, 2, 1000, UNLIKELY, FITS",
    "unlimited, 2, 4950, UNLIKELY, FITS",
    "unlimited, 2, 5000, UNLIKELY, UNLIKELY",
    "100, 10, 5000, UNLIKELY, UNLIKELY",
    "99, 10, 5000, FITS, POSSIBLE",
    "50, 1, unlimited, FITS, POSSIBLE",
    "unlimited, 100, unlimited, UNLIKELY, UNLIKELY",
    "unlimited, 2, unlimited, UNLIKELY, POSSIBLE"
  })
  void the_limit_that_binds_is_the_cause_and_a_high_one_is_not(
      String perSource, String percentage, String total, Likelihood first, Likelihood second) {
    Plant plant = server(EX2019).connector("EX01", "Relay", limits(perSource, percentage, total));

    assertThat(plant.judged("per-source-limit", LIMIT).weight()).isEqualTo(first);
    assertThat(plant.judged("percentage-limit", LIMIT).weight()).isEqualTo(second);
  }

  @Test
  void the_numbers_are_told() {
    Plant plant = server(EX2019).connector("EX01", "Relay", limits("500", "2", "1000"));

    assertThat(plant.judged("percentage-limit", LIMIT).seen())
        .containsExactly(
            "EX01\\Relay: a source gets at most 20 (MaxInboundConnectionPercentagePerSource 2 of"
                + " the 1000 that remain of MaxInboundConnection), and that is the limit for one"
                + " client");
    assertThat(plant.judged("per-source-limit", LIMIT).seen())
        .containsExactly(
            "EX01\\Relay: MaxInboundConnectionPerSource 500 is not reached: a source gets at most"
                + " 20 (MaxInboundConnectionPercentagePerSource 2 of the 1000 that remain of"
                + " MaxInboundConnection)");
  }

  @Test
  void what_is_not_known_decides_nothing() {
    Plant plant = server(EX2019).connector("EX01", "Relay", "MaxInboundConnection", "5000");

    assertThat(plant.judged("per-source-limit", LIMIT)).isEqualTo(CauseJudgement.none());
  }

  @Test
  void the_words_per_source_leave_the_total_out() {
    assertThat(new Plant().suspects(LIMIT))
        .extracting(suspect -> suspect.cause().id())
        .doesNotContain("total-limit");
    assertThat(new Plant().suspects(OLD_LIMIT))
        .extracting(suspect -> suspect.cause().id())
        .contains("per-source-limit", "total-limit");
  }

  @ParameterizedTest
  @CsvSource({
    "Version 14.3 (Build 123.4), 00:00:30, FITS",
    "Version 14.3 (Build 123.4), 00:00:00, UNLIKELY",
    "Version 15.0 (Build 1497.2), 00:00:30, EXCLUDED",
    "Version 15.2 (Build 1118.7), 00:00:30, EXCLUDED",
    "'', 00:00:30, POSSIBLE"
  })
  void the_delayed_acknowledgement_counts_on_2010_alone(
      String version, String delay, Likelihood weight) {
    Plant plant = server(version).connector("EX01", "Relay", "MaxAcknowledgementDelay", delay);

    assertThat(plant.judged("delayed-acknowledgement", TIMEOUT).weight()).isEqualTo(weight);
    assertThat(plant.judged("delayed-acknowledgement", OLD_LIMIT).weight()).isEqualTo(weight);
  }

  @ParameterizedTest
  @CsvSource({
    "Version 14.3 (Build 123.4), 30, FITS",
    "Version 14.3 (Build 123.4), 95, FITS",
    "Version 14.3 (Build 123.4), 96, UNLIKELY",
    "Version 15.2 (Build 1118.7), 55, FITS",
    "Version 15.2 (Build 1118.7), 60, UNLIKELY",
    "Version 15.2 (Build 1118.7), '', POSSIBLE"
  })
  void a_time_out_has_to_outlast_what_the_server_may_hold_back(
      String version, String timeout, Likelihood weight) {
    Plant plant =
        server(version)
            .connector("EX01", "Relay", "MaxAcknowledgementDelay", "90s", "TarpitInterval", "5s")
            .account("SQL01", "Bulk", "mailserver_name", "ex01.corp.example", "timeout", timeout);

    assertThat(plant.judged("short-timeout", TIMEOUT).weight()).isEqualTo(weight);
  }

  @Test
  void only_the_connectors_that_mail_comes_to_are_asked() {
    Plant plant =
        new Plant()
            .exchange("EX01", EX2010)
            .exchange("EX02", EX2010)
            .answers("EX02", "relay.corp.example")
            .connector("EX01", "Other", "MaxAcknowledgementDelay", "00:00:30")
            .connector("EX02", "Relay", "MaxAcknowledgementDelay", "00:00:00")
            .connector(
                "EX02", "Client", "Bindings", "0.0.0.0:587", "MaxAcknowledgementDelay", "30s")
            .connector("EX02", "Off", "Enabled", "False", "MaxAcknowledgementDelay", "30s")
            .account("SQL01", "Bulk", "mailserver_name", "RELAY.corp.example");

    CauseJudgement judged = plant.judged("delayed-acknowledgement", TIMEOUT);

    assertThat(judged.weight()).isEqualTo(Likelihood.UNLIKELY);
    assertThat(judged.seen()).hasSize(1).first().asString().startsWith("EX02\\Relay: ");
  }

  @Test
  void the_narrowest_range_answers_a_sender_that_is_known() {
    Plant plant =
        server(EX2019)
            .connector(
                "EX01", "All", "RemoteIPRanges", "0.0.0.0-255.255.255.255", "TarpitInterval", "5s")
            .connector("EX01", "Net", "RemoteIPRanges", "10.20.0.0/16", "TarpitInterval", "5s")
            .connector("EX01", "Relay", "RemoteIPRanges", "10.20.4.0/24", "TarpitInterval", "0")
            .connector("EX01", "Elsewhere", "RemoteIPRanges", "10.30.0.1", "TarpitInterval", "5s")
            .account("SQL01", "Bulk", "mailserver_name", "EX01");

    assertThat(plant.judged("tarpit", TIMEOUT).seen()).hasSize(4);
    assertThat(plant.sendsFrom("SQL01", "10.20.4.11").judged("tarpit", TIMEOUT))
        .isEqualTo(
            new CauseJudgement(
                Likelihood.UNLIKELY, List.of("EX01\\Relay: TarpitInterval 00:00:00")));
  }

  @Test
  void the_narrowest_range_is_sought_on_each_server_by_itself() {
    Plant plant =
        server(EX2019)
            .exchange("EX02", EX2019)
            .answers("EX01", "relay.corp.example")
            .answers("EX02", "relay.corp.example")
            .connector("EX01", "All", "RemoteIPRanges", "0.0.0.0-255.255.255.255")
            .connector("EX01", "Relay", "RemoteIPRanges", "10.20.4.11", "TarpitInterval", "0")
            .connector("EX02", "Relay", "RemoteIPRanges", "10.20.0.0/16", "TarpitInterval", "5s")
            .account("SQL01", "Bulk", "mailserver_name", "relay.corp.example")
            .sendsFrom("SQL01", "10.20.4.11");

    assertThat(plant.judged("tarpit", TIMEOUT).seen())
        .containsExactly(
            "EX02\\Relay: TarpitInterval 00:00:05", "EX01\\Relay: TarpitInterval 00:00:00");
  }

  @Test
  void a_connector_whose_ranges_are_not_known_is_not_left_out() {
    Plant plant =
        server(EX2019)
            .connector("EX01", "Relay", "RemoteIPRanges", "10.20.4.0/24", "TarpitInterval", "0")
            .connector("EX01", "Unread", "TarpitInterval", "5s")
            .account("SQL01", "Bulk", "mailserver_name", "EX01")
            .sendsFrom("SQL01", "10.20.4.11");

    assertThat(plant.judged("tarpit", TIMEOUT).seen()).hasSize(2);
  }

  @Test
  void behind_a_balancer_its_address_decides_who_answers() {
    Plant plant =
        server(EX2019)
            .balanced("EX01", "relay.corp.example", "10.30.0.1")
            .connector("EX01", "Relay", "RemoteIPRanges", "10.20.4.0/24", "TarpitInterval", "0")
            .connector("EX01", "Balanced", "RemoteIPRanges", "10.30.0.1", "TarpitInterval", "5s")
            .account("SQL01", "Bulk", "mailserver_name", "relay.corp.example")
            .sendsFrom("SQL01", "10.20.4.11");

    assertThat(plant.judged("tarpit", TIMEOUT).seen())
        .containsExactly("EX01\\Balanced: TarpitInterval 00:00:05");
  }

  @ParameterizedTest
  @CsvSource({
    "allow anonymous ms-Exch-SMTP-Submit, allow anonymous ms-Exch-SMTP-Accept-Any-Recipient",
    "allow anonymous ms-Exch-SMTP-Submit, allow S-1-1-0 ms-Exch-SMTP-Accept-Any-Recipient",
    "allow Everyone ms-Exch-SMTP-Accept-Any-Recipient, allow anonymous ms-Exch-SMTP-Submit",
  })
  void a_right_that_comes_another_way_is_not_called_missing(String own, String inherited) {
    Plant plant =
        server(EX2019)
            .connector("EX01", "Relay", "ExtendedRights", own, "InheritedRights", inherited);

    assertThat(plant.judged("relay-right", RELAY).weight()).isEqualTo(Likelihood.UNLIKELY);
  }

  @Test
  void another_connector_is_ruled_out_only_by_one_that_is_known_to_answer() {
    String right = "allow anonymous ms-Exch-SMTP-Accept-Any-Recipient";
    Plant known =
        server(EX2019)
            .connector("EX01", "All", "RemoteIPRanges", "0.0.0.0-255.255.255.255")
            .connector("EX01", "Relay", "RemoteIPRanges", "10.20.4.0/24", "ExtendedRights", right)
            .account("SQL01", "Bulk", "mailserver_name", "EX01")
            .sendsFrom("SQL01", "10.20.4.11");
    Plant unknown =
        server(EX2019)
            .connector("EX01", "All", "RemoteIPRanges", "0.0.0.0-255.255.255.255")
            .connector("EX01", "Relay", "ExtendedRights", right)
            .account("SQL01", "Bulk", "mailserver_name", "EX01")
            .sendsFrom("SQL01", "10.20.4.11");

    assertThat(known.judged("other-connector", RELAY))
        .isEqualTo(
            CauseJudgement.of(
                Likelihood.UNLIKELY,
                "EX01\\Relay: RemoteIPRanges 10.20.4.0/24, which answers the sender"));
    assertThat(unknown.judged("other-connector", RELAY))
        .isEqualTo(
            CauseJudgement.of(
                Likelihood.POSSIBLE,
                "EX01\\Relay: RemoteIPRanges not known; whether it answers the sender is not known"));
  }

  @Test
  void a_connector_that_does_not_relay_and_has_the_narrowest_range_is_the_likeliest_cause() {
    String denied = "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain";
    String right = "allow anonymous ms-Exch-SMTP-Accept-Any-Recipient";
    Plant plant =
        server(EX2019)
            .connector("EX01", "Relay", "RemoteIPRanges", "10.20.4.0/24", "ExtendedRights", right)
            .connector(
                "EX01",
                "Old",
                "RemoteIPRanges",
                "10.20.4.11",
                "ExtendedRights",
                "allow anonymous ms-Exch-SMTP-Submit")
            .account("SQL01", "Bulk", "mailserver_name", "EX01")
            .sendsFrom("SQL01", "10.20.4.11");

    RankedCause first = plant.suspects(denied).get(0);

    assertThat(first.cause().id()).isEqualTo("other-connector");
    assertThat(first.judgement())
        .isEqualTo(
            CauseJudgement.of(
                Likelihood.FITS,
                "EX01\\Old: RemoteIPRanges 10.20.4.11, which answers the sender and does not relay"
                    + " for anonymous, as EX01\\Relay: RemoteIPRanges 10.20.4.0/24 would"));
  }

  @Test
  void a_sender_that_the_relaying_connector_answers_is_not_answered_by_another() {
    String right = "allow anonymous ms-Exch-SMTP-Accept-Any-Recipient";
    Plant plant =
        server(EX2019)
            .connector("EX01", "Relay", "RemoteIPRanges", "10.20.4.11", "ExtendedRights", right)
            .connector(
                "EX01",
                "All",
                "RemoteIPRanges",
                "10.20.0.0/16",
                "ExtendedRights",
                "allow anonymous ms-Exch-SMTP-Submit")
            .account("SQL01", "Bulk", "mailserver_name", "EX01");
    String denied = "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain";

    assertThat(plant.judged("other-connector", denied).weight()).isEqualTo(Likelihood.POSSIBLE);
    assertThat(plant.sendsFrom("SQL01", "10.20.4.11").judged("other-connector", denied))
        .isEqualTo(
            CauseJudgement.of(
                Likelihood.UNLIKELY,
                "EX01\\Relay: RemoteIPRanges 10.20.4.11, which answers the sender"));
  }

  @Test
  void the_connector_that_an_event_names_is_the_one_that_is_asked() {
    Plant plant =
        server(EX2019)
            .connector("EX01", "Relay", limits("20", "2", "5000"))
            .connector("EX01", "Net", limits("500", "100", "5000"));
    String event =
        "Receive connector 'NET' rejected an incoming connection from IP address '10.20.4.11'. The"
            + " maximum number of connections per source ('500') for this connector has been"
            + " reached by this source IP address.";

    assertThat(plant.judged("per-source-limit", event))
        .isEqualTo(
            CauseJudgement.of(
                Likelihood.UNLIKELY,
                "EX01\\Net: MaxInboundConnectionPerSource 500 is the limit for one client, and high"
                    + " already"));
    assertThat(plant.judged("per-source-limit", event.replace("NET", "Gone")).weight())
        .isEqualTo(Likelihood.FITS);
  }

  @Test
  void only_the_accounts_that_fail_are_asked_where_the_log_names_them() {
    Plant plant =
        server(EX2019)
            .account("SQL01", "Alerts", "timeout", "30")
            .account("SQL01", "Bulk", "timeout", "120");
    LogFindings told = new LogFindings();
    told.accept(
        new LogEntry(
            "SQL01 log 1",
            TIMEOUT,
            Optional.of("SQL01\\BULK"),
            Optional.of("2026-11-23T06:00:00"),
            false));

    RankedCause suspect =
        Causes.of(told, plant.world()).stream()
            .filter(one -> one.cause().id().equals("short-timeout"))
            .findFirst()
            .orElseThrow();

    assertThat(suspect.judgement())
        .isEqualTo(
            CauseJudgement.of(
                Likelihood.UNLIKELY,
                "SQL01\\Bulk: timeout 120 s; back pressure may hold a reply for 55 s, and nothing"
                    + " that was read for longer"));
  }

  @Test
  void an_account_that_leads_nowhere_known_is_not_judged_by_connectors() {
    Plant plant =
        server(EX2010)
            .connector("EX01", "Relay", "MaxAcknowledgementDelay", "00:00:30")
            .account("SQL01", "Bulk", "mailserver_name", "mail.elsewhere.example");

    assertThat(plant.judged("delayed-acknowledgement", TIMEOUT))
        .isEqualTo(
            CauseJudgement.of(
                Likelihood.POSSIBLE,
                "SQL01\\Bulk: where it leads was not read: no Exchange server that was asked"
                    + " answers for mail.elsewhere.example"));
  }

  @ParameterizedTest
  @CsvSource({
    "Tls, , FITS",
    "Tls, allow anonymous ms-Exch-SMTP-Submit, FITS",
    "Tls, allow S-1-5-7 Ms-Exch-SMTP-Accept-Any-Recipient, UNLIKELY",
    "Tls, deny anonymous ms-Exch-SMTP-Accept-Any-Recipient, FITS",
    "Tls, 'allow anonymous ms-Exch-SMTP-Accept-Any-Recipient, deny anonymous"
        + " ms-Exch-SMTP-Accept-Any-Recipient', FITS",
    "'Tls, ExternalAuthoritative', '', UNLIKELY"
  })
  void a_connector_that_relays_is_not_the_one_that_refuses(
      String auth, String rights, Likelihood weight) {
    Plant plant =
        server(EX2019)
            .connector(
                "EX01",
                "Relay",
                "AuthMechanism",
                auth,
                "ExtendedRights",
                rights == null ? "" : rights);

    assertThat(plant.judged("relay-right", RELAY).weight()).isEqualTo(weight);
  }

  @Test
  void who_may_not_submit_is_told_by_the_groups_and_a_lost_password_by_the_account() {
    Plant plant =
        server(EX2019)
            .connector("EX01", "Relay", "PermissionGroups", "ExchangeUsers", "RequireTLS", "true")
            .account(
                "SQL01",
                "Bulk",
                "mailserver_name",
                "ex01",
                "username",
                "erp",
                "credential",
                "false",
                "enable_ssl",
                "false");

    assertThat(plant.judged("anonymous-refused", LOGIN).weight()).isEqualTo(Likelihood.FITS);
    assertThat(plant.judged("password-lost", LOGIN))
        .isEqualTo(
            CauseJudgement.of(Likelihood.FITS, "SQL01\\Bulk: has a user name and no password"));
    assertThat(plant.judged("encryption-wanted", LOGIN).weight()).isEqualTo(Likelihood.FITS);
  }

  @ParameterizedTest
  @CsvSource({"465, FITS", "25, UNLIKELY", "587, UNLIKELY"})
  void port_465_never_works_with_database_mail(String port, Likelihood weight) {
    Plant plant = new Plant().account("SQL01", "Bulk", "port", port);

    assertThat(plant.judged("implicit-tls", TIMEOUT).weight()).isEqualTo(weight);
  }

  @ParameterizedTest
  @CsvSource({"ex01, 25, UNLIKELY", "ex01, 2626, FITS", "mail.elsewhere.example, 25, POSSIBLE"})
  void a_port_without_a_connector_is_the_cause_of_a_refusal(
      String server, String port, Likelihood weight) {
    Plant plant =
        server(EX2019)
            .connector("EX01", "Relay")
            .account("SQL01", "Bulk", "mailserver_name", server, "port", port);

    assertThat(plant.judged("wrong-port", "target machine actively refused it").weight())
        .isEqualTo(weight);
  }

  @Test
  void database_mail_as_a_whole_speaks_for_itself() {
    Plant plant = new Plant().service("SQL01", "queue", "STOPPED", "DatabaseMailXPs", "1");

    assertThat(plant.judged("queue-stopped", "Msg 14641: Mail not queued").weight())
        .isEqualTo(Likelihood.FITS);
    assertThat(plant.judged("xps-off", "Msg 15281: blocked").weight())
        .isEqualTo(Likelihood.UNLIKELY);
  }

  @Test
  void what_fits_comes_first_and_what_cannot_be_last() {
    Plant plant =
        server(EX2019)
            .connector("EX01", "Relay", "TarpitInterval", "5s", "MaxAcknowledgementDelay", "30s")
            .account("SQL01", "Bulk", "mailserver_name", "ex01", "port", "25", "timeout", "30");

    List<RankedCause> suspects = plant.suspects(TIMEOUT);

    assertThat(suspects).extracting(suspect -> suspect.judgement().weight()).isSorted();
    assertThat(suspects.get(0).cause().id()).isEqualTo("short-timeout");
    assertThat(suspects.get(suspects.size() - 1).cause().id()).isEqualTo("delayed-acknowledgement");
  }

  private static String[] limits(String perSource, String percentage, String total) {
    return new String[] {
      "MaxInboundConnectionPerSource", perSource,
      "MaxInboundConnectionPercentagePerSource", percentage,
      "MaxInboundConnection", total
    };
  }

  /** A server with a connector that nobody sends to, so that it is known for one of Exchange. */
  private static Plant server(String version, String... facts) {
    return new Plant()
        .exchange("EX01", version, facts)
        .connector("EX01", "Other", "Enabled", "False", "Bindings", "0.0.0.0:2525");
  }
}
