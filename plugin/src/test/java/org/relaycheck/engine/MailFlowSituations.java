package org.relaycheck.engine;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Situations in which check, explain and probe are asked about the same fact. */
final class MailFlowSituations {

  private static final String TIMEOUT = "Exception Message: The operation has timed out.";
  static final String LIMIT =
      "421 4.3.2 The maximum number of concurrent server connections has exceeded a per-source"
          + " limit, closing transmission channel";
  private static final String NO_RELAY =
      "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain";
  private static final String EX2010 = "Version 14.3 (Build 123.4)";
  private static final String EX2019 = "Version 15.2 (Build 1544.9)";
  private static final String CLOSED = "ExtendedRights=allow anonymous ms-Exch-SMTP-Submit";
  private static final String OPEN =
      "ExtendedRights=allow anonymous ms-Exch-SMTP-Accept-Any-Recipient, allow anonymous"
          + " ms-Exch-SMTP-Submit";

  /**
   * A situation.
   *
   * @param site with a connector Relay on EX01 and an account Bulk on SQL01
   * @param rule which check is asked for
   * @param symptom which explain is asked for
   * @param fact what both say of it
   * @param never what none of them says
   * @param probed what probe says of a server that takes all mail, ten connections at a time, and
   *     acknowledges after 95 s
   * @param answers the connector that answers the account by all three
   */
  record Situation(
      UnaryOperator<RuledSite> site,
      String rule,
      String symptom,
      List<String> fact,
      String never,
      List<String> probed,
      String answers) {}

  static final Map<String, Situation> ALL =
      Map.ofEntries(
          Map.entry(
              "a tarpit holds a reply on every version",
              new Situation(
                  site ->
                      account(
                          relay(
                              site,
                              EX2019,
                              "TarpitInterval=00:02:00",
                              "MaxAcknowledgementDelay=00:00:30"),
                          "timeout=100"),
                  "account-timeout-held-replies",
                  TIMEOUT,
                  List.of("EX01\\Relay may hold a reply", "120 s", "TarpitInterval 00:02:00"),
                  "60 s would",
                  List.of("MaxAcknowledgementDelay has no effect since Exchange 2013"),
                  "Relay")),
          Map.entry(
              "the delayed acknowledgement counts on 2010",
              new Situation(
                  site ->
                      account(
                          relay(
                              site,
                              EX2010,
                              "TarpitInterval=00:00:05",
                              "MaxAcknowledgementDelay=00:01:30"),
                          "timeout=95"),
                  "account-timeout-held-replies",
                  TIMEOUT,
                  List.of(
                      "EX01\\Relay may hold a reply", "95 s", "MaxAcknowledgementDelay 00:01:30"),
                  "do not use it",
                  List.of(
                      "EX01\\Relay may hold a reply for 95 s (MaxAcknowledgementDelay 00:01:30"),
                  "Relay")),
          Map.entry(
              "the delayed acknowledgement is not used since 2013",
              new Situation(
                  site ->
                      account(
                          relay(
                              site,
                              EX2019,
                              "TarpitInterval=00:00:05",
                              "MaxAcknowledgementDelay=00:01:30"),
                          "timeout=95"),
                  "acknowledgement-delay-unused",
                  TIMEOUT,
                  List.of("Exchange 2013 and later", "do not use"),
                  "may hold a reply for 95 s",
                  List.of("MaxAcknowledgementDelay has no effect since Exchange 2013"),
                  "Relay")),
          Map.entry(
              "a generic right lets anonymous relay",
              new Situation(
                  site ->
                      account(
                          relay(
                              site,
                              EX2019,
                              CLOSED,
                              "InheritedRights=",
                              "OtherRights=allow S-1-5-7 GenericAll",
                              "PermissionGroups=AnonymousUsers",
                              "AuthMechanism=Tls",
                              "RemoteIPRanges=0.0.0.0-255.255.255.255"),
                          "timeout=100"),
                  "open-relay",
                  NO_RELAY,
                  List.of("allow S-1-5-7 GenericAll"),
                  "EX01\\Relay: does not relay",
                  List.of("EX01\\Relay relays without a login: allow S-1-5-7 GenericAll"),
                  "Relay")),
          Map.entry(
              "a percentage of what remains is rounded up",
              new Situation(
                  site ->
                      account(
                          relay(
                              site,
                              EX2019,
                              "MaxInboundConnectionPerSource=20",
                              "MaxInboundConnectionPercentagePerSource=2",
                              "MaxInboundConnection=1000"),
                          "timeout=100"),
                  "per-source-limit",
                  LIMIT,
                  List.of("a source gets at most 10"),
                  "MaxInboundConnectionPerSource 20 is the limit",
                  List.of("a source gets at most 10"),
                  "Relay")),
          Map.entry(
              "a client that is trusted without a login relays",
              new Situation(
                  site ->
                      account(
                          relay(
                              site,
                              EX2019,
                              CLOSED,
                              "InheritedRights=",
                              "OtherRights=",
                              "PermissionGroups=ExchangeServers",
                              "AuthMechanism=ExternalAuthoritative",
                              "RemoteIPRanges=0.0.0.0-255.255.255.255"),
                          "timeout=100"),
                  "open-relay",
                  NO_RELAY,
                  List.of("ExternalAuthoritative"),
                  "EX01\\Relay: does not relay",
                  List.of("EX01\\Relay relays without a login: AuthMechanism"),
                  "Relay")),
          Map.entry(
              "the narrower range answers",
              new Situation(
                  site ->
                      account(
                          relay(
                                  site,
                                  EX2019,
                                  OPEN,
                                  "InheritedRights=",
                                  "OtherRights=",
                                  "AuthMechanism=Tls")
                              .connector(
                                  "EX01",
                                  "Other",
                                  "Enabled=true",
                                  "Bindings=0.0.0.0:25",
                                  "RemoteIPRanges=10.0.4.11",
                                  "TransportRole=FrontendTransport",
                                  CLOSED,
                                  "InheritedRights=",
                                  "OtherRights=",
                                  "AuthMechanism=Tls"),
                          "timeout=100"),
                  "answering-connector",
                  NO_RELAY,
                  List.of("Other", "answers"),
                  "EX01\\Relay: does not relay",
                  List.of("is answered by 'Other'"),
                  "Other")),
          Map.entry(
              "an account that leads elsewhere is not judged by connectors",
              new Situation(
                  site ->
                      relay(site, EX2010, "MaxAcknowledgementDelay=00:00:30")
                          .account(
                              "SQL01",
                              "Bulk",
                              "mailserver_name=mail.elsewhere.example",
                              "port=25",
                              "timeout=100"),
                  "answering-connector",
                  TIMEOUT,
                  List.of("no Exchange server that was asked answers for mail.elsewhere.example"),
                  "EX01\\Relay: MaxAcknowledgementDelay",
                  List.of("acknowledged after 95.000 s"),
                  "Relay")));

  private MailFlowSituations() {}

  private static RuledSite relay(RuledSite site, String version, String... settings) {
    String[] all = new String[settings.length + 4];
    all[0] = "Enabled=true";
    all[1] = "Bindings=0.0.0.0:25";
    all[2] = "RemoteIPRanges=10.0.4.0/24";
    all[3] = "TransportRole=FrontendTransport";
    System.arraycopy(settings, 0, all, 4, settings.length);
    return site.exchange("EX01", version, "answers: [relay.corp.example], usualLoad: 525")
        .sql("SQL01", "sendsFrom: [10.0.4.11]")
        .connector("EX01", "Relay", all)
        .policy(
            "receiveConnectors:\n"
                + "  Relay: {hosts: EX01, Enabled: true, RemoteIPRanges: {contains: 10.0.4.0/24},"
                + " MaxAcknowledgementDelay: 0, MaxInboundConnectionPerSource: {atLeast: 20},"
                + " ExtendedRights: {excludes: [allow anonymous"
                + " ms-Exch-SMTP-Accept-Any-Recipient]}}\n"
                + "mailAccounts:\n  Bulk: {hosts: SQL01, port: 25}\n");
  }

  private static RuledSite account(RuledSite site, String... settings) {
    String[] all = new String[settings.length + 2];
    all[0] = "mailserver_name=relay.corp.example";
    all[1] = "port=25";
    System.arraycopy(settings, 0, all, 2, settings.length);
    return site.account("SQL01", "Bulk", all);
  }
}
