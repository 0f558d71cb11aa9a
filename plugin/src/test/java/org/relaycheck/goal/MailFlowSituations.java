package org.relaycheck.goal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Situations in which check, explain and probe are asked about the same fact. */
final class MailFlowSituations {

  private static final String TIMEOUT = "Exception Message: The operation has timed out.";
  static final String LIMIT =
      "421 4.3.2 The maximum number of concurrent server connections has exceeded a per-source"
          + " limit, closing transmission channel";
  private static final String NO_RELAY =
      "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain";
  private static final String TOO_LARGE =
      "552 5.3.4 Message size exceeds fixed maximum message size";
  private static final String NO_LOGIN = "530 5.7.1 Client was not authenticated";
  private static final String REFUSED =
      "No connection could be made because the target machine actively refused it 10.0.0.5:2626";
  private static final String BAD_CERTIFICATE =
      "The remote certificate is invalid according to the validation procedure.";

  private static final String EX2007 = "Version 8.3 (Build 83.6)";
  private static final String EX2010 = "Version 14.3 (Build 123.4)";
  private static final String EX2013 = "Version 15.0 (Build 1497.2)";
  private static final String EX2016 = "Version 15.1 (Build 2507.6)";
  private static final String EX2019 = "Version 15.2 (Build 1544.9)";

  private static final String EVERYBODY = "RemoteIPRanges=0.0.0.0-255.255.255.255";
  private static final String SUBMIT = "ExtendedRights=allow anonymous ms-Exch-SMTP-Submit";
  private static final String RELAY =
      "ExtendedRights=allow anonymous ms-Exch-SMTP-Accept-Any-Recipient, allow anonymous"
          + " ms-Exch-SMTP-Submit";
  private static final List<String> NO_MORE = List.of("InheritedRights=", "OtherRights=");

  /** Who is asked. */
  enum Goal {
    CHECK,
    EXPLAIN,
    PROBE
  }

  /**
   * A question.
   *
   * @param about the rule for check, the text for explain, the connector for probe
   * @param says all of it is in the answer
   * @param never none of it is
   */
  record Question(Goal to, String about, List<String> says, List<String> never) {}

  /**
   * A situation.
   *
   * @param site with a connector Relay on EX01 and an account Bulk on SQL01
   */
  record Situation(String name, UnaryOperator<RuledSite> site, List<Question> questions) {

    static Situation of(String name, UnaryOperator<RuledSite> site) {
      return new Situation(name, site, List.of());
    }

    Situation check(String rule, String... says) {
      return asking(new Question(Goal.CHECK, rule, List.of(says), List.of()));
    }

    /** Check judged it, and has nothing to say. */
    Situation clean(String rule) {
      return check(rule);
    }

    Situation explain(String text, String... says) {
      return asking(new Question(Goal.EXPLAIN, text, List.of(says), List.of()));
    }

    Situation probe(String... says) {
      return asking(new Question(Goal.PROBE, "Relay", List.of(says), List.of()));
    }

    /** What the answer to the last question does not say. */
    Situation never(String... never) {
      List<Question> all = new ArrayList<>(questions);
      Question last = all.remove(all.size() - 1);
      all.add(new Question(last.to(), last.about(), last.says(), List.of(never)));
      return new Situation(name, site, List.copyOf(all));
    }

    private Situation asking(Question question) {
      return new Situation(
          name, site, Stream.concat(questions.stream(), Stream.of(question)).toList());
    }
  }

  static final List<Situation> ALL =
      Stream.of(
              heldReplies(), whoMay(), connections(), whoAnswers(), caps(), certificates(), ways())
          .flatMap(List::stream)
          .toList();

  private MailFlowSituations() {}

  private static List<Situation> heldReplies() {
    String delay = "MaxAcknowledgementDelay=00:01:30";
    String tarpit = "TarpitInterval=00:00:05";
    String unused = "MaxAcknowledgementDelay has no effect since Exchange 2013";
    return List.of(
        Situation.of(
                "a tarpit holds a reply on every version",
                site ->
                    account(relay(site, EX2019, "TarpitInterval=00:02:00", delay), "timeout=100"))
            .check(
                "account-timeout-held-replies",
                "EX01\\Relay may hold a reply",
                "120 s",
                "TarpitInterval 00:02:00")
            .explain(TIMEOUT, "EX01\\Relay may hold a reply", "120 s", "TarpitInterval 00:02:00")
            .never("60 s would")
            .probe("'Relay' answers", unused),
        Situation.of(
                "the delayed acknowledgement counts on 2010",
                site -> account(relay(site, EX2010, tarpit, delay), "timeout=95"))
            .check(
                "account-timeout-held-replies",
                "EX01\\Relay may hold a reply",
                "95 s",
                "MaxAcknowledgementDelay 00:01:30")
            .explain(
                TIMEOUT, "EX01\\Relay may hold a reply", "95 s", "MaxAcknowledgementDelay 00:01:30")
            .never("do not use it")
            .probe("EX01\\Relay may hold a reply for 95 s (MaxAcknowledgementDelay 00:01:30"),
        unusedDelay(EX2013, delay, tarpit),
        unusedDelay(EX2016, delay, tarpit),
        unusedDelay(EX2019, delay, tarpit),
        Situation.of(
                "the delayed acknowledgement is not known on 2007",
                site -> account(relay(site, EX2007, tarpit), "timeout=95"))
            .clean("account-timeout-held-replies")
            .explain(TIMEOUT, "nothing that was read for longer")
            .never("EX01\\Relay: MaxAcknowledgementDelay", "may hold a reply for 95 s"),
        Situation.of(
                "a time-out below what back pressure takes",
                site -> account(relay(site, EX2019, tarpit), "timeout=57"))
            .check("account-timeout-back-pressure", "timeout 57 s", "55 s")
            .explain(TIMEOUT, "timeout 57 s; back pressure may hold a reply for 55 s")
            .never("and nothing that was read for longer"),
        Situation.of(
                "a time-out that outlasts back pressure",
                site -> account(relay(site, EX2019, tarpit), "timeout=60"))
            .clean("account-timeout-back-pressure")
            .explain(TIMEOUT, "55 s, and nothing that was read for longer"));
  }

  private static Situation unusedDelay(String version, String delay, String tarpit) {
    return Situation.of(
            "the delayed acknowledgement is not used by " + version,
            site -> account(relay(site, version, tarpit, delay), "timeout=95"))
        .check("acknowledgement-delay-unused", "Exchange 2013 and later", "do not use")
        .explain(TIMEOUT, "Exchange 2013 and later", "do not use")
        .never("may hold a reply for 95 s")
        .probe("MaxAcknowledgementDelay has no effect since Exchange 2013");
  }

  private static List<Situation> whoMay() {
    String generic = "OtherRights=allow S-1-5-7 GenericAll";
    return List.of(
        Situation.of(
                "a generic right lets anonymous relay",
                site ->
                    account(
                        relay(
                            site,
                            EX2019,
                            SUBMIT,
                            "InheritedRights=",
                            generic,
                            "PermissionGroups=AnonymousUsers",
                            "AuthMechanism=Tls",
                            EVERYBODY),
                        "timeout=100"))
            .check("open-relay", "allow S-1-5-7 GenericAll")
            .explain(NO_RELAY, "allow S-1-5-7 GenericAll")
            .never("EX01\\Relay: does not relay")
            .probe("EX01\\Relay relays without a login: allow S-1-5-7 GenericAll"),
        Situation.of(
                "a client that is trusted without a login relays",
                site ->
                    account(
                        closed(
                            site,
                            SUBMIT,
                            "PermissionGroups=ExchangeServers",
                            "AuthMechanism=ExternalAuthoritative",
                            EVERYBODY),
                        anonymous()))
            .check("open-relay", "ExternalAuthoritative")
            .clean("account-login")
            .explain(NO_RELAY, "ExternalAuthoritative")
            .never("EX01\\Relay: does not relay")
            .explain(NO_LOGIN, "EX01\\Relay accepts mail without a login: AuthMechanism")
            .probe("EX01\\Relay relays without a login: AuthMechanism"),
        Situation.of(
                "anonymous may not submit",
                site ->
                    account(
                        closed(
                            site,
                            "ExtendedRights=",
                            "PermissionGroups=ExchangeUsers",
                            "AuthMechanism=Tls"),
                        anonymous()))
            .check("account-login", "does not accept it (PermissionGroups ExchangeUsers")
            .explain(
                "Anonymous client does not have permissions to submit mail to this connector",
                "fits what was read",
                "does not accept it (PermissionGroups ExchangeUsers"),
        Situation.of(
                "a right beside the groups lets anonymous submit",
                site ->
                    account(
                        closed(site, SUBMIT, "PermissionGroups=None", "AuthMechanism=Tls"),
                        anonymous()))
            .clean("account-login")
            .explain(
                NO_LOGIN,
                "EX01\\Relay accepts mail without a login: allow anonymous ms-Exch-SMTP-Submit"),
        Situation.of(
                "a login that is not offered",
                site ->
                    account(
                        closed(site, SUBMIT, "PermissionGroups=ExchangeUsers", "AuthMechanism=Tls"),
                        basic("enable_ssl=1")))
            .check("account-login", "auth is basic, and EX01\\Relay does not offer this login")
            .explain(
                "504 5.7.4 Unrecognized authentication type",
                "fits what was read",
                "auth is basic, and EX01\\Relay does not offer this login"),
        Situation.of(
                "a login that is offered after encryption only",
                site ->
                    account(
                        closed(
                            site,
                            SUBMIT,
                            "PermissionGroups=ExchangeUsers",
                            "AuthMechanism=Tls, BasicAuth, BasicAuthRequireTLS"),
                        basic("enable_ssl=0")))
            .check("account-login", "offers it only with TLS (BasicAuthRequireTLS)")
            .explain(
                NO_LOGIN, "fits what was read", "offers it only with TLS (BasicAuthRequireTLS)"),
        Situation.of(
                "a connector that wants TLS",
                site ->
                    account(
                        relay(site, EX2019, "RequireTLS=True", "AuthMechanism=Tls"),
                        "enable_ssl=0"))
            .check("account-encryption", "enable_ssl is false, and EX01\\Relay accepts mail only")
            .explain(
                "530 5.7.0 Must issue a STARTTLS command first",
                "fits what was read",
                "enable_ssl is false, and EX01\\Relay accepts mail only"),
        Situation.of(
                "a connector without TLS",
                site ->
                    account(
                        relay(site, EX2019, "RequireTLS=False", "AuthMechanism=None"),
                        "enable_ssl=1"))
            .check("account-encryption", "enable_ssl is true, and EX01\\Relay offers no STARTTLS")
            .explain(
                "Server does not support secure connections.",
                "fits what was read",
                "enable_ssl is true, and EX01\\Relay offers no STARTTLS")
            .probe("no STARTTLS"),
        Situation.of(
                "an accepted domain for everything",
                site ->
                    account(
                        open(
                            site,
                            Map.of("AcceptedDomains", "1", "AcceptedDomain.*", "InternalRelay"),
                            SUBMIT,
                            "PermissionGroups=AnonymousUsers",
                            "AuthMechanism=Tls",
                            EVERYBODY),
                        anonymous()))
            .check("accepted-domain-open", "the accepted domain '*' accepts mail for every domain")
            .explain(NO_RELAY, "the accepted domain '*' accepts mail for every domain")
            .never("EX01\\Relay: does not relay")
            .probe("the accepted domain '*' accepts mail for every domain"),
        Situation.of(
                "accepted domains that end somewhere",
                site ->
                    account(
                        open(
                            site,
                            Map.of(
                                "AcceptedDomains",
                                "1",
                                "AcceptedDomain.corp.example",
                                "Authoritative"),
                            SUBMIT,
                            "PermissionGroups=AnonymousUsers",
                            "AuthMechanism=Tls",
                            EVERYBODY),
                        anonymous()))
            .clean("accepted-domain-open")
            .explain(NO_RELAY, "EX01 accepts mail for corp.example", "EX01\\Relay: does not relay")
            .probe("EX01\\Relay does not relay without a login"));
  }

  private static List<Situation> connections() {
    return List.of(
        Situation.of(
                "a percentage of what remains is rounded up",
                site ->
                    account(
                        relay(
                            site,
                            EX2019,
                            "MaxInboundConnectionPerSource=20",
                            "MaxInboundConnectionPercentagePerSource=2",
                            "MaxInboundConnection=1000"),
                        "timeout=100"))
            .check("per-source-limit", "a source gets at most 10")
            .explain(LIMIT, "a source gets at most 10")
            .never("MaxInboundConnectionPerSource 20 is the limit")
            .probe("a source gets at most 10"),
        Situation.of(
                "a percentage that is enough",
                site ->
                    account(
                        relay(
                            site,
                            EX2019,
                            "MaxInboundConnectionPerSource=20",
                            "MaxInboundConnectionPercentagePerSource=10",
                            "MaxInboundConnection=1000"),
                        "timeout=100"))
            .clean("per-source-limit")
            .explain(LIMIT, "MaxInboundConnectionPerSource 20 is the limit for one client")
            .probe("10 connections held together")
            .never("a source gets"),
        Situation.of(
                "a percentage of an unlimited number",
                site ->
                    account(
                        relay(
                            site,
                            EX2019,
                            "MaxInboundConnectionPerSource=20",
                            "MaxInboundConnectionPercentagePerSource=2",
                            "MaxInboundConnection=unlimited"),
                        "timeout=100"))
            .check("per-source-limit", "unlimited MaxInboundConnection", "not documented")
            .explain(LIMIT, "unlimited MaxInboundConnection", "not documented")
            .probe("10 connections held together")
            .never("a source gets"));
  }

  private static List<Situation> whoAnswers() {
    String[] other = {
      "Enabled=true",
      "Bindings=0.0.0.0:25",
      "TransportRole=FrontendTransport",
      SUBMIT,
      "InheritedRights=",
      "OtherRights=",
      "AuthMechanism=Tls"
    };
    return List.of(
        Situation.of(
                "the narrower range answers",
                site ->
                    account(
                        closed(site, RELAY, "AuthMechanism=Tls")
                            .connector("EX01", "Other", and(other, "RemoteIPRanges=10.0.4.11")),
                        "timeout=100"))
            .check("answering-connector", "'Other' answers")
            .explain(NO_RELAY, "EX01\\Other: RemoteIPRanges 10.0.4.11, which answers the sender")
            .never("EX01\\Relay: does not relay")
            .probe("is answered by 'Other'"),
        Situation.of(
                "ranges of which neither holds the other",
                site ->
                    account(
                        closed(site, RELAY, "AuthMechanism=Tls")
                            .connector(
                                "EX01", "Other", and(other, "RemoteIPRanges=10.0.4.8-10.0.5.9")),
                        "timeout=100"))
            .check("answering-connector", "overlap and neither holds the other")
            .check("remote-range-overlap", "10.0.4.0/24 overlaps")
            .explain(NO_RELAY, "which may answer the sender")
            .never("which answers the sender")
            .probe("overlap and neither holds the other"),
        Situation.of(
                "two services on one port",
                site ->
                    account(
                        closed(site, RELAY, "AuthMechanism=Tls")
                            .connector(
                                "EX01",
                                "Other",
                                "Enabled=true",
                                "Bindings=0.0.0.0:25",
                                "TransportRole=HubTransport",
                                EVERYBODY),
                        "timeout=100"))
            .check("port-of-one-role", "'Other' is HubTransport")
            .check("answering-connector", "of two transport services")
            .explain(
                "421 4.3.2 Service not available",
                "fits what was read",
                "EX01\\Other: TransportRole HubTransport on port 25")
            .probe("of two transport services"),
        Situation.of(
                "a hub connector on a server without a front end",
                site ->
                    account(
                        site.host(
                                "EX01",
                                Map.of("ExchangeVersion", EX2013, "ServerRole", "Mailbox"),
                                "answers: [relay.corp.example]")
                            .sql("SQL01", "sendsFrom: [10.0.4.11]")
                            .connector(
                                "EX01",
                                "Relay",
                                "Enabled=true",
                                "Bindings=0.0.0.0:25",
                                "TransportRole=HubTransport",
                                EVERYBODY)
                            .policy(POLICY),
                        "timeout=100"))
            .clean("hub-connector-on-port-25")
            .explain(
                "421 4.3.2 Service not available",
                "speaks against",
                "EX01\\Relay: TransportRole HubTransport on port 25"),
        Situation.of(
                "the connector is off",
                site ->
                    account(
                        relay(site, EX2019, "Enabled=false", "AuthMechanism=Tls"), "timeout=100"))
            .check("answering-connector", "no connector answers 10.0.4.11")
            .explain(REFUSED, "EX01\\Relay: Enabled false")
            .probe("no enabled connector listens on 10.0.0.5 port 25"),
        Situation.of(
                "behind a balancer its address decides",
                site ->
                    account(
                        site.exchange(
                                "EX01", EX2019, "answers: [relay.corp.example], seenAs: [10.0.9.9]")
                            .sql("SQL01", "sendsFrom: [10.0.4.11]")
                            .connector("EX01", "Relay", and(other, "RemoteIPRanges=10.0.4.0/24"))
                            .connector("EX01", "Balanced", and(other, "RemoteIPRanges=10.0.9.0/24"))
                            .policy(POLICY),
                        "timeout=100"))
            .check("answering-connector", "the policy has no connector for 10.0.9.9 port 25")
            .explain(NO_RELAY, "EX01\\Balanced: does not relay")
            .never("EX01\\Relay: does not relay")
            .probe("is answered by 'Balanced'"));
  }

  private static List<Situation> caps() {
    Map<String, String> small =
        Map.of(
            "TransportConfig.MaxReceiveSize",
            "10 MB (10,485,760 bytes)",
            "TransportConfig.MaxRecipientEnvelopeLimit",
            "50");
    String policy =
        "receiveConnectors:\n"
            + "  Relay: {hosts: EX01, MaxMessageSize: 35MB, MaxRecipientsPerMessage: 200}\n"
            + "mailAccounts:\n  Bulk: {hosts: SQL01, port: 25}\n"
            + "mailSettings:\n  Database Mail: {hosts: SQL01, MaxFileSize: {atMost: 20000000}}\n";
    UnaryOperator<RuledSite> behind =
        site ->
            account(
                open(
                        site,
                        small,
                        "MaxMessageSize=35 MB (36,700,160 bytes)",
                        "MaxRecipientsPerMessage=200")
                    .connector(
                        "EX01",
                        "Default EX01",
                        "Enabled=true",
                        "Bindings=0.0.0.0:2525",
                        EVERYBODY,
                        "TransportRole=HubTransport",
                        "MadeBySetup=true",
                        "MaxMessageSize=20 MB (20,971,520 bytes)")
                    .resource("mailSettings", "SQL01", "Database Mail", "MaxFileSize=20000000")
                    .policy(policy),
                "timeout=100");
    String limit = "10MB (MaxReceiveSize of Set-TransportConfig)";
    return List.of(
        Situation.of("the organisation takes less than the connector", behind)
            .check("message-size-reached", limit)
            .check("attachment-size", limit, "26666666")
            .check("recipients-reached", "MaxRecipientEnvelopeLimit is 50")
            .explain(TOO_LARGE, "fits what was read", limit, "26666666")
            .explain("452 4.5.3 Too many recipients", "50 (MaxRecipientEnvelopeLimit of")
            .probe("EX01\\Relay lets through " + limit),
        Situation.of(
                "the hub connector takes less than the front end",
                site ->
                    account(
                        open(
                                site,
                                Map.of("TransportConfig.MaxReceiveSize", "unlimited"),
                                "MaxMessageSize=35 MB (36,700,160 bytes)")
                            .connector(
                                "EX01",
                                "Default EX01",
                                "Enabled=true",
                                "Bindings=0.0.0.0:2525",
                                EVERYBODY,
                                "TransportRole=HubTransport",
                                "MadeBySetup=true",
                                "MaxMessageSize=20 MB (20,971,520 bytes)")
                            .policy(policy),
                        "timeout=100"))
            .check("message-size-reached", "20MB (MaxMessageSize of EX01\\Default EX01)")
            .explain(TOO_LARGE, "20MB (MaxMessageSize of EX01\\Default EX01)")
            .probe("EX01\\Relay lets through 20MB (MaxMessageSize of EX01\\Default EX01)"),
        Situation.of(
                "a limit that is not known",
                site ->
                    account(
                        relay(site, EX2019, "MaxMessageSize=35 MB (36,700,160 bytes)")
                            .policy(policy),
                        "timeout=100"))
            .check("message-size-reached", "TransportConfig.MaxReceiveSize is not known")
            .explain(TOO_LARGE, "EX01\\Relay: MaxMessageSize 35MB")
            .never("fits what was read", "lets through")
            .probe("SIZE 37748736")
            .never("lets through"));
  }

  private static List<Situation> certificates() {
    String named = "TlsCertificateName=<I>CN=Corp CA<S>CN=relay.corp.example";
    return List.of(
        Situation.of(
                "a certificate that is over",
                site -> encrypted(site, certificate("2026-11-20T12:00:00"), named))
            .check(
                "connector-certificate", "1A2B (CN=relay.corp.example) was good until 2026-11-20")
            .explain(
                BAD_CERTIFICATE,
                "fits what was read",
                "1A2B (CN=relay.corp.example) was good until 2026-11-20")
            .probe("1A2B (CN=relay.corp.example) was good until 2026-11-20"),
        Situation.of(
                "a certificate that is not there",
                site -> encrypted(site, Map.of("Certificates", "0"), named))
            .check("connector-certificate", "no certificate of the server is the one of")
            .explain(
                "451 5.7.3 STARTTLS is required to send mail",
                "fits what was read",
                "no certificate of the server is the one of")
            .probe("no certificate of the server is the one of"),
        Situation.of(
                "a certificate that is good and for another name",
                site ->
                    encrypted(site, certificate("2027-11-20T12:00:00", "mail.corp.example"), named))
            .clean("connector-certificate")
            .explain(
                BAD_CERTIFICATE, "fits what was read", "is for mail.corp.example, not for that"),
        Situation.of(
                "certificates that an older record does not have",
                site -> encrypted(site, Map.of(), named))
            .check("connector-certificate", "Certificates is not known")
            .explain(BAD_CERTIFICATE, "the certificate is for another name")
            .never("fits what was read"));
  }

  private static List<Situation> ways() {
    UnaryOperator<RuledSite> elsewhere =
        site ->
            relay(site, EX2010, "MaxAcknowledgementDelay=00:00:30", "MaxMessageSize=10MB")
                .account(
                    "SQL01",
                    "Bulk",
                    "mailserver_name=mail.elsewhere.example",
                    "port=25",
                    "enable_ssl=1",
                    "timeout=100");
    String nowhere = "no Exchange server that was asked answers for mail.elsewhere.example";
    return List.of(
        Situation.of("an account that leads elsewhere is not judged by connectors", elsewhere)
            .check("answering-connector", nowhere)
            .check("account-encryption", nowhere)
            .explain(TIMEOUT, nowhere)
            .never("EX01\\Relay: MaxAcknowledgementDelay")
            .explain(NO_RELAY, nowhere)
            .never("EX01\\Relay: does not", "EX01\\Relay: MaxMessageSize", "lets through")
            .explain(TOO_LARGE, nowhere)
            .never("EX01\\Relay: does not", "EX01\\Relay: MaxMessageSize", "lets through")
            .explain(BAD_CERTIFICATE, "mailserver_name mail.elsewhere.example")
            .never("EX01\\Relay: does not", "EX01\\Relay: MaxMessageSize", "lets through")
            .explain(REFUSED, nowhere)
            .probe("'Relay' answers"),
        Situation.of(
                "a port on which nothing listens",
                site ->
                    relay(site, EX2019)
                        .account(
                            "SQL01",
                            "Bulk",
                            "mailserver_name=relay.corp.example",
                            "port=2626",
                            "timeout=100"))
            .check("answering-connector", "no connector answers 10.0.4.11 on EX01 port 2626")
            .explain(REFUSED, "fits what was read", "no connector that was read listens there"),
        Situation.of(
                "the SQL Server itself",
                site ->
                    relay(site, EX2019)
                        .account(
                            "SQL01", "Bulk", "mailserver_name=sql01", "port=25", "timeout=100"))
            .check("mail-server-is-sql-server", "mailserver_name sql01 is the SQL Server itself")
            .explain(
                REFUSED, "fits what was read", "mailserver_name sql01 is the SQL Server itself"),
        Situation.of(
                "a port that waits for TLS",
                site ->
                    relay(site, EX2019)
                        .account(
                            "SQL01",
                            "Bulk",
                            "mailserver_name=mail.elsewhere.example",
                            "port=465",
                            "enable_ssl=1",
                            "timeout=100"))
            .check("account-port-465", "port 465")
            .explain(TIMEOUT, "fits what was read", "SQL01\\Bulk: port 465"),
        Situation.of(
                "a password for Exchange Online",
                site ->
                    relay(site, EX2019)
                        .account(
                            "SQL01",
                            "Bulk",
                            and(
                                basic("enable_ssl=1"),
                                "mailserver_name=smtp.office365.com",
                                "port=587")))
            .check("cloud-login-ends", "accepts by default until the end of December 2026 only")
            .check("answering-connector")
            .explain(
                "550 5.7.30 Basic authentication is not supported for Client Submission",
                "accepts by default until the end of December 2026 only"),
        Situation.of(
                "an old server in hybrid mail flow",
                site ->
                    account(
                        relay(
                            site,
                            Map.of(
                                "ExchangeVersion", EX2013, "ServerRole", "Mailbox, ClientAccess"),
                            "TlsDomainCapabilities=mail.protection.outlook.com:AcceptOorgProtocol"),
                        "timeout=100"))
            .check("hybrid-version-throttled", "the server is Exchange 2013 or older")
            .explain(
                "450 4.7.230 Connecting Exchange server version is out-of-date",
                "fits what was read",
                "the server is Exchange 2013 or older"),
        Situation.of(
                "a password for Exchange Online, after its end",
                site ->
                    relay(site, EX2019)
                        .at(Instant.parse("2027-01-02T12:00:00Z"))
                        .account(
                            "SQL01",
                            "Bulk",
                            and(
                                basic("enable_ssl=1"),
                                "mailserver_name=smtp.office365.com",
                                "port=587")))
            .check("cloud-login-ends", "no longer accepts since the end of December 2026")
            .explain(
                "550 5.7.30 Basic authentication is not supported for Client Submission",
                "no longer accepts since the end of December 2026"));
  }

  private static final String POLICY =
      "receiveConnectors:\n"
          + "  Relay: {hosts: EX01, Enabled: true, RemoteIPRanges: {contains: 10.0.4.0/24},"
          + " TransportRole: {any: true}, AuthMechanism: {contains: Tls},"
          + " MaxAcknowledgementDelay: 0, MaxInboundConnectionPerSource: {atLeast: 20},"
          + " ExtendedRights: {excludes: [allow anonymous"
          + " ms-Exch-SMTP-Accept-Any-Recipient]}}\n"
          + "mailAccounts:\n  Bulk: {hosts: SQL01, port: 25}\n";

  private static RuledSite relay(RuledSite site, String version, String... settings) {
    return relay(site, Map.of("ExchangeVersion", version, "ServerRole", "Mailbox"), settings);
  }

  private static RuledSite relay(RuledSite site, Map<String, String> facts, String... settings) {
    return site.host("EX01", facts, "answers: [relay.corp.example], usualLoad: 525")
        .sql("SQL01", "sendsFrom: [10.0.4.11]")
        .connector(
            "EX01",
            "Relay",
            and(
                new String[] {
                  "Enabled=true",
                  "Bindings=0.0.0.0:25",
                  "RemoteIPRanges=10.0.4.0/24",
                  "TransportRole=FrontendTransport"
                },
                settings))
        .policy(POLICY);
  }

  /** A connector on Exchange 2019 whose access list has nothing but what is given. */
  private static RuledSite closed(RuledSite site, String... settings) {
    return open(site, Map.of(), settings);
  }

  /** The same on a server with more facts. */
  private static RuledSite open(RuledSite site, Map<String, String> more, String... settings) {
    Map<String, String> facts = new HashMap<>(more);
    facts.put("ExchangeVersion", EX2019);
    facts.put("ServerRole", "Mailbox");
    return relay(site, facts, and(NO_MORE.toArray(String[]::new), settings));
  }

  private static RuledSite encrypted(RuledSite site, Map<String, String> facts, String named) {
    return account(
        open(
            site, facts, "AuthMechanism=Tls", "RequireTLS=False", "Fqdn=relay.corp.example", named),
        "enable_ssl=1");
  }

  private static Map<String, String> certificate(String until, String... names) {
    return Map.of(
        "Certificates", "1",
        "Certificate.1A2B.Subject", "CN=relay.corp.example",
        "Certificate.1A2B.Issuer", "CN=Corp CA",
        "Certificate.1A2B.Names", names.length == 0 ? "relay.corp.example" : names[0],
        "Certificate.1A2B.NotAfter", until,
        "Certificate.1A2B.Services", "SMTP");
  }

  private static String[] anonymous() {
    return new String[] {
      "use_default_credentials=0", "username=", "credential=false", "enable_ssl=0"
    };
  }

  private static String[] basic(String... settings) {
    return and(
        new String[] {"use_default_credentials=0", "username=relay", "credential=true"}, settings);
  }

  private static String[] and(String[] first, String... more) {
    return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
  }

  private static RuledSite account(RuledSite site, String... settings) {
    return site.account(
        "SQL01",
        "Bulk",
        and(new String[] {"mailserver_name=relay.corp.example", "port=25"}, settings));
  }
}
