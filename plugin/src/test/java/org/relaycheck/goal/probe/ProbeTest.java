package org.relaycheck.goal.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relaycheck.goal.Wires.result;
import static org.relaycheck.goal.Wires.verdict;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Outcome;
import org.relaycheck.goal.FullServer;
import org.relaycheck.goal.Wires;
import org.relaycheck.probe.wire.ServerRoute;
import org.relaycheck.probe.wire.SmtpAddress;
import org.relaycheck.probe.wire.SmtpServers;
import org.relaycheck.probe.wire.SmtpSession;
import org.relaycheck.report.probe.ProbeConsole;
import org.relaycheck.report.probe.ProbeRun;
import org.relaycheck.smtp.SmtpDialler;
import org.relaycheck.standin.mail.Mta;
import org.relaycheck.standin.mail.Parrot;
import org.relaycheck.standin.tds.TestCertificate;
import org.relaycheck.state.Severity;

class ProbeTest {

  private static final String RELAY =
      "ExtendedRights: {contains: [allow anonymous ms-Exch-SMTP-Accept-Any-Recipient]}";
  private static final String NO_RELAY =
      "ExtendedRights: {excludes: [allow anonymous ms-Exch-SMTP-Accept-Any-Recipient]}";
  private static final String ANONYMOUS = "PermissionGroups: {contains: [AnonymousUsers]}";
  private static final String HELLO =
      "250-ex01.corp.example Hello [127.0.0.1]\n250-SIZE 37748736\n250-PIPELINING\n250-DSN\n"
          + "250-ENHANCEDSTATUSCODES\n250-AUTH NTLM\n250-8BITMIME\n250 CHUNKING";

  @TempDir private Path folder;
  private Wires wires;

  @BeforeEach
  void no_server_yet() {
    wires = new Wires(folder);
  }

  @Test
  void what_the_greeting_and_EHLO_show_is_compared_setting_by_setting() throws Exception {
    try (Parrot parrot = new Parrot("220 SMTP Server Ready").says("EHLO", HELLO)) {
      ProbeRun run =
          wires
              .connector("Relay", parrot.port())
              .policy(
                  "Banner: '220 SMTP Server Ready'",
                  "Fqdn: mail.corp.example",
                  "SizeEnabled: Enabled",
                  "MaxMessageSize: {atLeast: 40MB}",
                  "PipeliningEnabled: true",
                  "ChunkingEnabled: false",
                  "BinaryMimeEnabled: false",
                  "EightBitMimeEnabled: true",
                  "DeliveryStatusNotificationEnabled: true",
                  "EnhancedStatusCodesEnabled: true",
                  "AuthMechanism: Integrated")
              .probe();

      assertThat(verdict(run, "Banner")).isEqualTo("proved: greeting: 220 SMTP Server Ready");
      assertThat(verdict(run, "Fqdn"))
          .startsWith("refuted: EHLO: it calls itself ex01.corp.example | look at Fqdn");
      assertThat(verdict(run, "SizeEnabled")).isEqualTo("proved: EHLO: SIZE 37748736");
      assertThat(verdict(run, "MaxMessageSize")).startsWith("refuted: EHLO: SIZE 37748736");
      assertThat(verdict(run, "PipeliningEnabled")).isEqualTo("proved: EHLO: PIPELINING");
      assertThat(verdict(run, "ChunkingEnabled")).startsWith("refuted: EHLO: CHUNKING");
      assertThat(verdict(run, "BinaryMimeEnabled")).isEqualTo("proved: EHLO: no BINARYMIME");
      assertThat(verdict(run, "EightBitMimeEnabled")).startsWith("proved");
      assertThat(verdict(run, "DeliveryStatusNotificationEnabled")).startsWith("proved");
      assertThat(verdict(run, "EnhancedStatusCodesEnabled")).startsWith("proved");
      assertThat(run.proof().attempts().get(0).results())
          .filteredOn(one -> one.topic().equals("AuthMechanism"))
          .extracting(one -> one.expected() + " " + one.trouble().isEmpty())
          .containsExactly(
              "no Tls: no STARTTLS true",
              "Integrated: AUTH NTLM or GSSAPI true",
              "no BasicAuth: no AUTH LOGIN true");
      assertThat(run.outcome()).isEqualTo(Outcome.DRIFT);
      assertThat(parrot.heard()).containsExactly("EHLO [127.0.0.1]", "QUIT");
    }
  }

  @Test
  void an_own_greeting_of_Exchange_is_an_empty_banner() throws Exception {
    String own = "220 ex01.corp.example Microsoft ESMTP MAIL Service ready at Tue, 24 Nov 2026";
    try (Parrot parrot = new Parrot(own).says("EHLO", HELLO)) {
      wires.connector("Relay", parrot.port());

      assertThat(verdict(wires.policy("Banner: null").probe(), "Banner")).startsWith("proved");
      assertThat(
              verdict(
                  new Wires(folder)
                      .connector("Relay", parrot.port())
                      .policy("Banner: '220 hello'")
                      .probe(),
                  "Banner"))
          .startsWith("refuted: greeting: 220 ex01.corp.example Microsoft");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "true,  true,  proved, proved",
    "true,  false, proved, refuted",
    "false, true,  refuted, inconclusive"
  })
  void a_relay_that_is_stated_is_tried(
      boolean anonymous, boolean relaying, String submission, String relay) throws Exception {
    try (Mta mta = Mta.start().anonymous(anonymous).relaying(relaying)) {
      ProbeRun run = wires.connector("Relay", mta.port()).policy(RELAY, ANONYMOUS).probe();

      assertThat(verdict(run, "anonymous submission")).startsWith(submission);
      assertThat(verdict(run, "anonymous relay")).startsWith(relay);
      assertThat(mta.messages()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"true,  true, refuted", "true,  false, proved", "false, true, proved"})
  void a_relay_that_is_ruled_out_is_tried(boolean anonymous, boolean relaying, String relay)
      throws Exception {
    try (Mta mta = Mta.start().anonymous(anonymous).relaying(relaying)) {
      ProbeRun run = wires.connector("Relay", mta.port()).policy(NO_RELAY).probe();

      assertThat(verdict(run, "anonymous relay")).startsWith(relay);
    }
  }

  @Test
  void a_submission_that_is_ruled_out_is_proved_by_the_refusal() throws Exception {
    try (Mta mta = Mta.start().anonymous(false)) {
      ProbeRun run =
          wires.connector("Relay", mta.port()).policy("PermissionGroups: ExchangeUsers").probe();

      assertThat(verdict(run, "anonymous submission"))
          .isEqualTo(
              "proved: MAIL: 530 5.7.1 Client was not authenticated (usually anonymous clients may"
                  + " not submit)");
      assertThat(run.outcome()).isEqualTo(Outcome.CLEAN);
    }
  }

  @Test
  void an_empty_Fqdn_and_a_setting_that_the_version_lacks_do_not_show() throws Exception {
    try (Parrot parrot = new Parrot("220 ex").says("EHLO", HELLO)) {
      ProbeRun run =
          wires
              .connector("Relay", parrot.port())
              .policy("Fqdn: null", "SmtpUtf8Enabled: true")
              .probe();

      assertThat(run.proof().attempts().get(0).results())
          .extracting(one -> one.topic())
          .containsExactly("greeting");
      assertThat(run.proof().attempts().get(0).notes())
          .containsExactly("Fqdn (empty) does not show on the wire");
    }
  }

  @Test
  void the_sender_is_that_of_the_mail_account_unless_a_command_cannot_hold_it() throws Exception {
    try (Parrot parrot = new Parrot("220 ex").says("EHLO", HELLO)) {
      wires.connector("Relay", parrot.port()).policy(ANONYMOUS);

      wires.accounts(account("sql@corp.example")).probe();
      wires.accounts(account("a\\r\\nRSET@corp.example")).probe();

      assertThat(parrot.heard())
          .filteredOn(line -> line.startsWith("MAIL"))
          .containsExactly("MAIL FROM:<sql@corp.example>", "MAIL FROM:<relay-probe@example.org>");
    }
  }

  private static String account(String address) {
    return "mailAccounts:\n  Bulk: {hosts: SQL01, mailserver_name: 127.0.0.1, email_address: \""
        + address
        + "\"}\n";
  }

  @ParameterizedTest
  @CsvSource({"true, proved", "false, refuted"})
  void a_server_that_wants_TLS_first_shows_that(boolean stated, String expected) throws Exception {
    try (Parrot parrot =
        new Parrot("220 ex")
            .says("EHLO", HELLO)
            .says("MAIL", "451 5.7.3 Must issue a STARTTLS command first")) {
      ProbeRun run =
          wires.connector("Relay", parrot.port()).policy("RequireTLS: " + stated).probe();

      assertThat(verdict(run, "RequireTLS")).startsWith(expected + ": MAIL: 451 5.7.3");
    }
  }

  @ParameterizedTest
  @CsvSource({"mx.corp.example, true, ERROR", "old.corp.example, false, ERROR"})
  void a_certificate_must_be_for_the_name_that_a_mail_account_uses(
      String name, boolean proved, Severity severity) throws Exception {
    TestCertificate certificate = TestCertificate.create(folder, name);
    try (Mta mta = Mta.start(certificate.context())) {
      ProbeRun run =
          wires
              .host("answers: [127.0.0.1, mx.corp.example]")
              .at(Instant.now()) // the certificate is of this very moment
              .connector("Relay", mta.port())
              .policy("AuthMechanism: {contains: [Tls]}")
              .accounts(
                  "mailAccounts:\n  Bulk: {hosts: SQL01, mailserver_name: MX.corp.example,"
                      + " enable_ssl: true}\n")
              .probe();

      assertThat(run.proof().attempts().get(0).results())
          .filteredOn(one -> one.expected().equals("for MX.corp.example"))
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.trouble().isEmpty()).isEqualTo(proved);
                assertThat(one.severity()).isEqualTo(severity);
              });
      assertThat(run.outcome()).isEqualTo(proved ? Outcome.CLEAN : Outcome.DRIFT);
    }
  }

  @Test
  void who_is_trusted_without_a_login_may_relay() throws Exception {
    try (Mta mta = Mta.start().relaying(false)) {
      ProbeRun run =
          wires
              .connector("Relay", mta.port())
              .policy("AuthMechanism: ExternalAuthoritative", "PermissionGroups: ExchangeServers")
              .probe();

      assertThat(verdict(run, "anonymous submission")).startsWith("proved");
      assertThat(verdict(run, "anonymous relay")).startsWith("refuted: RCPT: 550 5.7.1");
    }
  }

  @Test
  void a_refusal_that_is_tarpitted_is_waited_for() throws Exception {
    try (Mta mta = Mta.start().relaying(false).tarpit(Duration.ofMillis(1100))) {
      ProbeRun run = wires.connector("Relay", mta.port()).policy(NO_RELAY).probe();

      assertThat(verdict(run, "anonymous relay"))
          .matches("proved: RCPT: 550 5\\.7\\.1 Unable to relay \\(after [1-9].*");
    }
  }

  @Test
  void a_connector_that_somebody_else_answers_for_is_not_called() throws Exception {
    try (Mta mta = Mta.start()) {
      ProbeRun run =
          wires
              .connector("Relay", mta.port() + "", "192.0.2.0/24")
              .connector("Default Frontend", mta.port() + "", "0.0.0.0-255.255.255.255")
              .policy(RELAY, ANONYMOUS)
              .probe();

      assertThat(run.outcome()).isEqualTo(Outcome.UNCLEAR);
      assertThat(verdict(run, "greeting"))
          .isEqualTo(
              "inconclusive: this agent (127.0.0.1) is answered by 'Default Frontend' | run it"
                  + " where the"
                  + " mail comes from: \"-Drelay.probe.script=true\" writes a script for that");
      assertThat(run.actions().connections()).isEmpty();
      assertThat(mta.most()).isZero();
      assertThat(ProbeConsole.lines(run))
          .extracting(line -> line.text())
          .contains(
              "unclear: 3 inconclusive; 1 connector tested",
              "? EX01\\Relay  3 expectations  inconclusive: this agent (127.0.0.1) is answered"
                  + " by 'Default Frontend'  fix: run it where the mail comes from:"
                  + " \"-Drelay.probe.script=true\" writes a script for that");
    }
  }

  @ParameterizedTest
  @CsvSource({"192.0.2.7, CLEAN", "203.0.113.7, UNCLEAR"})
  void behind_a_balancer_the_address_that_it_shows_decides_who_answers(
      String shown, Outcome expected) throws Exception {
    try (Mta mta = Mta.start()) {
      ProbeRun run =
          wires
              .host("answers: [127.0.0.1], seenAs: [" + shown + "]")
              .connector("Relay", mta.port() + "", "192.0.2.0/24")
              .connector("Default Frontend", mta.port() + "", "0.0.0.0-255.255.255.255")
              .policy(RELAY)
              .probe();

      assertThat(run.outcome()).isEqualTo(expected);
      assertThat(run.actions().connections().isEmpty()).isEqualTo(expected == Outcome.UNCLEAR);
    }
  }

  @Test
  void a_connector_that_is_missing_and_one_that_is_to_be_disabled_are_not_called()
      throws Exception {
    ProbeRun missing = wires.connector("Other", 25).policy(RELAY).probe();
    ProbeRun disabled =
        new Wires(folder).connector("Relay", 25).policy("Enabled: false", RELAY).probe();

    assertThat(verdict(missing, "greeting"))
        .isEqualTo("inconclusive: EX01 has no connector 'Relay' | see: mvn relay:check");
    assertThat(disabled.proof().attempts().get(0).notes())
        .contains("the policy wants it disabled, so it is not tried");
    assertThat(disabled.outcome()).isEqualTo(Outcome.UNCLEAR);
  }

  @Test
  void a_server_that_was_not_read_is_tried_by_what_the_policy_states() throws Exception {
    try (Mta mta = Mta.start()) {
      ProbeRun run =
          wires
              .host("answers: [127.0.0.1], maxAge: 1m")
              .connector("Relay", mta.port())
              .policy(
                  "Bindings: '0.0.0.0:" + mta.port() + "'",
                  "RemoteIPRanges: 127.0.0.0/8",
                  "MaxInboundConnectionPerSource: {atLeast: 2}",
                  RELAY)
              .connections(5)
              .probe();

      assertThat(verdict(run, "anonymous relay")).startsWith("proved");
      assertThat(run.proof().attempts().get(0).notes())
          .anyMatch(note -> note.contains("EX01 was not read"))
          .anyMatch(note -> note.contains("whether Exchange setup made it is not known"));
      assertThat(mta.most()).isEqualTo(1);
    }
  }

  @Test
  void a_closed_port_cannot_be_told() throws Exception {
    Mta gone = Mta.start();
    int port = gone.port();
    gone.close();

    ProbeRun run = wires.connector("Relay", port).policy(RELAY).probe();

    assertThat(run.outcome()).isEqualTo(Outcome.UNCLEAR);
    assertThat(verdict(run, "greeting"))
        .startsWith("inconclusive: greeting: no connection (")
        .endsWith("check that this agent may connect there: port, firewall, service");
  }

  @Test
  void a_greeting_that_refuses_refutes_and_says_what_it_means() throws Exception {
    try (Mta mta = Mta.start().greets("421 4.3.2 Service not available")) {
      ProbeRun run = wires.connector("Relay", mta.port()).policy(RELAY).probe();

      assertThat(verdict(run, "greeting"))
          .startsWith(
              "refuted: greeting: 421 4.3.2 Service not available (usually the service accepts")
          .contains("look at TransportRole, Bindings");
      assertThat(verdict(run, "anonymous relay")).startsWith("inconclusive: greeting: 421 4.3.2");
      assertThat(run.outcome()).isEqualTo(Outcome.DRIFT);
    }
  }

  @ParameterizedTest
  @CsvSource({"20, proved", "{atLeast: 20}, proved", "{atMost: 5}, refuted", "19, refuted"})
  void the_limit_is_found_exactly(String stated, String expected) throws Exception {
    try (Mta mta = Mta.start().limit(20)) {
      ProbeRun run =
          wires
              .connector("Relay", mta.port())
              .policy("MaxInboundConnectionPerSource: " + stated)
              .connections(30)
              .probe();

      assertThat(verdict(run, "MaxInboundConnectionPerSource"))
          .startsWith(expected + ": 20 connections held together, the next one got: 421 4.3.2");
      assertThat(mta.most()).isEqualTo(20);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "{atLeast: 10}, 10, proved",
    "unlimited,     10, inconclusive",
    "{atLeast: 11}, 10, inconclusive: 10 connections held together; none refused | try more:"
        + " \"-Drelay.probe.connections=11\"",
    "10,            10, inconclusive: 10 connections held together; none refused | try more:"
        + " \"-Drelay.probe.connections=11\"",
    "9,             10, refuted"
  })
  void a_limit_that_is_not_met_is_judged_by_how_far_it_was_tried(
      String stated, int most, String expected) throws Exception {
    try (Mta mta = Mta.start()) {
      ProbeRun run =
          wires
              .connector("Relay", mta.port())
              .policy("MaxInboundConnectionPerSource: " + stated)
              .connections(most)
              .probe();

      assertThat(verdict(run, "MaxInboundConnectionPerSource").replace(", none", "; none"))
          .startsWith(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "server connections has exceeded a limit, 2, inconclusive",
    "server connections has exceeded a limit, {atLeast: 2}, proved",
    "server connections has exceeded a limit, {atMost: 1}, refuted",
    "server connections has exceeded a per-source limit, 2, proved",
    "server connections has exceeded a per-source limit, {not: 3}, proved",
    "server connections has exceeded a per-source limit, {not: 2}, refuted"
  })
  void a_server_that_is_full_proves_no_bound_of_one_client(
      String words, String stated, String expected) throws Exception {
    FullServer full = new FullServer(2, "421 4.3.2 The maximum number of concurrent " + words);
    ProbeRun run =
        wires
            .connector("Relay", 2525)
            .policy("MaxInboundConnectionPerSource: " + stated)
            .connections(5)
            .probe(full, new TreeMap<>());

    assertThat(verdict(run, "MaxInboundConnectionPerSource"))
        .startsWith(expected + ": 2 connections held together, the next one got: 421");
  }

  @Test
  void an_expectation_that_is_no_number_is_not_refuted_by_one() throws Exception {
    ProbeRun run =
        wires
            .connector("Relay", 2525)
            .policy("MaxInboundConnectionPerSource: {not: 5}")
            .connections(7)
            .probe(new FullServer(100, "421 4.3.2 full"), new TreeMap<>());

    assertThat(verdict(run, "MaxInboundConnectionPerSource"))
        .isEqualTo(
            "inconclusive: 7 connections held together, none refused | try more, until one is"
                + " refused:"
                + " \"-Drelay.probe.connections=1000\"");
  }

  @ParameterizedTest
  @CsvSource({"BasicAuth", "None"})
  void a_login_that_may_be_offered_after_STARTTLS_alone_is_untold_without_it(String stated)
      throws Exception {
    try (Parrot parrot =
        new Parrot("220 ex")
            .says("EHLO", "250-ex\n250 STARTTLS")
            .says("STARTTLS", "454 4.7.0 TLS not available")) {
      ProbeRun run =
          wires.connector("Relay", parrot.port()).policy("AuthMechanism: " + stated).probe();

      assertThat(run.proof().attempts().get(0).results())
          .filteredOn(result -> result.expected().contains("AUTH LOGIN"))
          .singleElement()
          .extracting(result -> result.trouble().orElse("proved"))
          .isEqualTo("EHLO: no AUTH LOGIN before STARTTLS, and TLS could not be established");
    }
  }

  @Test
  void a_prompt_server_does_not_prove_that_it_may_wait() throws Exception {
    try (Mta mta = Mta.start()) {
      ProbeRun run =
          wires
              .connector("Relay", mta.port())
              .policy("MaxAcknowledgementDelay: {atLeast: 30s}")
              .send("a@corp.example", 2)
              .probe();

      assertThat(run.proof().attempts().get(0).results())
          .extracting(one -> one.topic())
          .doesNotContain("MaxAcknowledgementDelay");
      assertThat(run.proof().attempts().get(0).notes())
          .contains(
              "MaxAcknowledgementDelay (at least 00:00:30) does not show on the wire, only a longer"
                  + " one would");
    }
  }

  @Test
  void a_connector_of_setup_is_not_burdened() throws Exception {
    try (Parrot parrot = new Parrot("220 ex").says("EHLO", HELLO);
        SmtpDialler dialler = new SmtpDialler(Duration.ofMinutes(1), Duration.ofMinutes(1))) {
      ProbeRun run =
          wires
              .connector(
                  "Relay",
                  "25",
                  "0.0.0.0-255.255.255.255",
                  "<value name='TransportRole'>FrontendTransport</value>")
              .policy("MaxInboundConnectionPerSource: {atLeast: 2}")
              .connections(5)
              .probe(new Renumbered(dialler, parrot.port()), new TreeMap<>());

      assertThat(run.proof().attempts().get(0).notes())
          .containsExactly(
              "no connections are held there: Exchange setup made it, and the organisation's own"
                  + " mail needs it");
      assertThat(run.actions().connections()).containsExactly(Map.entry("127.0.0.1 port 25", 1));
    }
  }

  /** Lines on which every port is another one, as if a test could listen on 25. */
  private record Renumbered(SmtpServers lines, int port) implements SmtpServers {

    @Override
    public ServerRoute route(SmtpAddress endpoint) {
      return lines.route(endpoint);
    }

    @Override
    public SmtpSession open(SmtpAddress endpoint, String address, Duration life) {
      return lines.open(new SmtpAddress(endpoint.name(), port), address, life);
    }
  }

  @Test
  void connections_that_the_server_drops_meanwhile_make_the_limit_untold() throws Exception {
    try (Parrot parrot = new Parrot("220 ex").says("EHLO", HELLO).says("QUIT", "421 4.4.1 idle")) {
      ProbeRun run =
          wires
              .connector("Relay", parrot.port())
              .policy("MaxInboundConnectionPerSource: {atLeast: 1}")
              .connections(1)
              .probe();

      assertThat(verdict(run, "MaxInboundConnectionPerSource"))
          .startsWith(
              "inconclusive: of 1 connection the server closed some while they were held: 421"
                  + " 4.4.1 idle");
    }
  }

  @Test
  void messages_bear_the_mark_of_the_run_and_stop_at_the_first_refusal() throws Exception {
    try (Mta mta = Mta.start()) {
      ProbeRun good =
          wires.connector("Relay", mta.port()).policy(RELAY).send("a@corp.example", 3).probe();
      mta.onMessage(
          "421 4.4.2 Message submission rate for this client has exceeded the configured limit");
      ProbeRun refused = wires.probe();

      assertThat(good.outcome()).isEqualTo(Outcome.CLEAN);
      assertThat(mta.messages()).hasSize(3);
      assertThat(mta.messages().get(1))
          .contains("To: <a@corp.example>")
          .contains("X-Relay-Probe: ")
          .contains(" 2\r\n")
          .contains("Message-ID: <relay-probe.");
      assertThat(good.actions().messages()).isEqualTo(3);
      assertThat(verdict(refused, "messages"))
          .startsWith("refuted: 0 taken, then DATA: 421 4.4.2 Message submission rate")
          .contains("look at MessageRateLimit, MessageRateSource");
    }
  }

  @Test
  void a_delay_is_no_matter_of_a_setting_that_has_no_effect() throws Exception {
    try (Mta mta = Mta.start().acknowledgement(Duration.ofMillis(100))) {
      ProbeRun run =
          wires
              .version("Version 15.2 (Build 1118.7)")
              .connector("Relay", mta.port())
              .policy("MaxAcknowledgementDelay: 0")
              .send("a@corp.example", 2)
              .prompt(Duration.ofMillis(10))
              .probe();

      assertThat(run.proof().attempts().get(0).results())
          .extracting(one -> one.topic())
          .doesNotContain("MaxAcknowledgementDelay");
      assertThat(run.proof().attempts().get(0).notes())
          .contains("MaxAcknowledgementDelay has no effect since Exchange 2013");
    }
  }

  @Test
  void what_was_not_asked_for_is_not_done_and_told() throws Exception {
    try (Mta mta = Mta.start()) {
      ProbeRun run =
          wires
              .connector("Relay", mta.port())
              .policy("MaxInboundConnectionPerSource: 20", "MaxAcknowledgementDelay: 0")
              .probe();

      assertThat(mta.most()).isEqualTo(1);
      assertThat(mta.messages()).isEmpty();
      assertThat(run.proof().attempts().get(0).notes())
          .containsExactly(
              "MaxInboundConnectionPerSource is not tested; it needs \"-Drelay.probe.connections=N\"",
              "MaxAcknowledgementDelay is not tested; it needs \"-Drelay.probe.send=ADDRESS\"");
    }
  }

  @Test
  void severities_and_failOn_decide_what_a_refutation_does() throws Exception {
    try (Parrot parrot = new Parrot("220 x").says("EHLO", HELLO)) {
      wires
          .connector("Relay", parrot.port())
          .policy("PipeliningEnabled: {is: false, severity: warning}");

      ProbeRun lenient = wires.probe();
      ProbeRun strict = wires.failOn(FailOn.WARNING).probe();

      assertThat(result(lenient, "PipeliningEnabled").severity()).isEqualTo(Severity.WARNING);
      assertThat(lenient.outcome()).isEqualTo(Outcome.CLEAN);
      assertThat(strict.outcome()).isEqualTo(Outcome.DRIFT);
    }
  }

  @Test
  void a_wrong_file_is_an_error_and_calls_nobody() throws IOException {
    ProbeRun run = wires.connector("Relay", 25).policy("TarpitInterval: 5 mins").probe();

    assertThat(run.outcome()).isEqualTo(Outcome.ERROR);
    assertThat(run.proof().problems()).singleElement().asString().contains("5 mins");
    assertThat(run.actions().connections()).isEmpty();
    assertThat(List.copyOf(run.proof().attempts())).isEmpty();
  }
}
