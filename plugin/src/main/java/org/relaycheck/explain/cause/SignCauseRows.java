package org.relaycheck.explain.cause;

import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.relaycheck.explain.sign.ClientSignRows;
import org.relaycheck.explain.sign.EventSignRows;
import org.relaycheck.explain.sign.LogSign;
import org.relaycheck.explain.sign.OtherRelaySignRows;
import org.relaycheck.explain.sign.ReplySignRows;
import org.relaycheck.explain.sign.SignRows;
import org.relaycheck.explain.sign.SqlServerSignRows;

/** What may be behind a sign: the causes of each, by their ids, the more usual ones first. */
final class SignCauseRows {

  private static final String ACCEPTED_DOMAIN = "accepted-domain";
  private static final String ANONYMOUS_REFUSED = "anonymous-refused";
  private static final String BACK_PRESSURE = "back-pressure";
  private static final String BROKEN_ON_THE_WAY = "broken-on-the-way";
  private static final String CERTIFICATE_NAME = "certificate-name";
  private static final String COMPONENT_INACTIVE = "component-inactive";
  private static final String CONNECTOR_CERTIFICATE = "connector-certificate";
  private static final String CONNECTOR_DISABLED = "connector-disabled";
  private static final String DELAYED_ACK = "delayed-acknowledgement";
  private static final String ENCRYPTION_WANTED = "encryption-wanted";
  private static final String CONTENT_FILTER = "content-filter";
  private static final String EXCHANGE_DNS = "exchange-dns";
  private static final String EXCHANGE_ONLINE = "exchange-online";
  private static final String FIREWALL = "firewall";
  private static final String HUB_ON_25 = "hub-connector-on-25";
  private static final String LOGIN_KIND = "login-kind";
  private static final String OTHER_CONNECTOR = "other-connector";
  private static final String PASSWORD_LOST = "password-lost";
  private static final String PERCENTAGE = "percentage-limit";
  private static final String PER_SOURCE = "per-source-limit";
  private static final String PLAIN_TEXT_PORT = "plain-text-port";
  private static final String PROXY_TARGET = "proxy-target";
  private static final String QUEUE_DISABLED = "queue-disabled";
  private static final String SUBMIT_RIGHT = "submit-right";
  private static final String TLS_VERSIONS = "tls-versions";
  private static final String TOTAL = "total-limit";
  private static final String TRANSPORT_AGENT = "transport-agent";
  private static final String UNREAD_SERVER = "unread-server";
  private static final String WRONG_PORT = "wrong-port";

  private static final List<Map.Entry<LogSign, List<String>>> REPLIES =
      List.of(
          causes(ReplySignRows.PER_SOURCE, PER_SOURCE, PERCENTAGE),
          causes(ReplySignRows.CONCURRENT, PER_SOURCE, PERCENTAGE, DELAYED_ACK, TOTAL),
          causes(ReplySignRows.TOTAL, TOTAL),
          causes(ReplySignRows.NOT_ACTIVE, COMPONENT_INACTIVE, HUB_ON_25, TRANSPORT_AGENT),
          causes(ReplySignRows.MESSAGE_RATE, "message-rate"),
          causes(ReplySignRows.DELAYED_ACK, DELAYED_ACK),
          causes(ReplySignRows.TARPITTED, "tarpit"),
          causes(ReplySignRows.SESSION_TIMEOUT, "session-length"),
          causes(ReplySignRows.IDLE, "session-idle"),
          causes(ReplySignRows.DROPPED, BROKEN_ON_THE_WAY, TLS_VERSIONS),
          causes(ReplySignRows.PROTOCOL_ERRORS, "protocol-errors"),
          causes(ReplySignRows.PROXY_DNS, EXCHANGE_DNS, PROXY_TARGET),
          causes(ReplySignRows.PROXY_CONNECT, PROXY_TARGET, COMPONENT_INACTIVE, FIREWALL),
          causes(ReplySignRows.PROXY_SESSION, "proxy-session", PROXY_TARGET),
          causes(
              ReplySignRows.PROXY, PROXY_TARGET, COMPONENT_INACTIVE, BACK_PRESSURE, EXCHANGE_DNS),
          causes(ReplySignRows.BACK_PRESSURE, BACK_PRESSURE),
          causes(ReplySignRows.TOO_MANY_RECIPIENTS, "too-many-recipients"),
          causes(ReplySignRows.TOO_LARGE, "message-size"),
          causes(ReplySignRows.HEADER_TOO_LARGE, "header-size"),
          causes(ReplySignRows.HOPS, "hop-count"),
          causes(ReplySignRows.RESERVED_DOMAIN, "reserved-domain"),
          causes(ReplySignRows.RECIPIENT_UNKNOWN, "unknown-recipient"),
          causes(ReplySignRows.ADDRESS_REFUSED, "address-too-long"),
          causes(
              ReplySignRows.RELAY_DENIED,
              "relay-right",
              OTHER_CONNECTOR,
              UNREAD_SERVER,
              ACCEPTED_DOMAIN,
              CONNECTOR_DISABLED),
          causes(
              ReplySignRows.LOGGED_IN_RELAY_DENIED,
              "logged-in-relay",
              ACCEPTED_DOMAIN,
              OTHER_CONNECTOR),
          causes(ReplySignRows.ANONYMOUS_SENDER, "sender-right", OTHER_CONNECTOR),
          causes(ReplySignRows.SENDER_REFUSED, "logged-in-sender"),
          causes(ReplySignRows.ANONYMOUS_SUBMIT, SUBMIT_RIGHT, OTHER_CONNECTOR),
          causes(ReplySignRows.SUBMIT_REFUSED, SUBMIT_RIGHT, OTHER_CONNECTOR),
          causes(ReplySignRows.STARTTLS_FIRST, ENCRYPTION_WANTED, UNREAD_SERVER),
          causes(ReplySignRows.STARTTLS_NOT_OFFERED, CONNECTOR_CERTIFICATE, "starttls-off"),
          causes(ReplySignRows.LOGIN_KIND, LOGIN_KIND),
          causes(ReplySignRows.AUTH_TEMPORARY, "login-check", PASSWORD_LOST),
          causes(ReplySignRows.AUTH_FAILED, PASSWORD_LOST, LOGIN_KIND, UNREAD_SERVER),
          causes(
              ReplySignRows.NOT_AUTHENTICATED,
              ANONYMOUS_REFUSED,
              PASSWORD_LOST,
              LOGIN_KIND,
              OTHER_CONNECTOR,
              UNREAD_SERVER,
              ENCRYPTION_WANTED),
          causes(ReplySignRows.EHLO_NAME, "ehlo-name"),
          causes(ReplySignRows.PARAMETER_REFUSED, "extension-off"),
          causes(ReplySignRows.COMMAND_REFUSED, "wrong-commands", PLAIN_TEXT_PORT),
          causes(ReplySignRows.BARE_LINEFEED, "bare-linefeed"),
          causes(ReplySignRows.SHADOW, "shadow-copy"),
          causes(ReplySignRows.DNS, EXCHANGE_DNS),
          causes(ReplySignRows.SENDER_DOMAIN_DENIED, "restricted-recipient"),
          causes(ReplySignRows.ROLE_CONFLICT, "role-conflict"),
          causes(ReplySignRows.CONTENT, CONTENT_FILTER),
          causes(ReplySignRows.CLIENT_BLOCKED, CONTENT_FILTER, OTHER_CONNECTOR),
          causes(ReplySignRows.EXCHANGE_LOGIN, "server-login", "proxy-session"),
          causes(ReplySignRows.NEXT_HOP_SILENT, "next-hop-silent", EXCHANGE_DNS),
          causes(ReplySignRows.NEXT_HOP_CLOSED, "next-hop-closed"),
          causes(ReplySignRows.NEXT_HOP_CERTIFICATE, "send-certificate"),
          causes(ReplySignRows.NO_ROUTE, "no-send-connector"),
          causes(ReplySignRows.EXPIRED, "expired-in-queue", "next-hop-silent", EXCHANGE_DNS),
          causes(ReplySignRows.MAILBOX_FULL, "mailbox-full"),
          causes(ReplySignRows.STORE_BUSY, "mailbox-store"),
          causes(ReplySignRows.TLS_NO_CREDENTIALS, CONNECTOR_CERTIFICATE, TLS_VERSIONS),
          causes(
              SignRows.CODE_432, COMPONENT_INACTIVE, HUB_ON_25, TRANSPORT_AGENT, PER_SOURCE, TOTAL),
          causes(SignRows.CODE_571, "relay-right", ANONYMOUS_REFUSED, SUBMIT_RIGHT, CONTENT_FILTER),
          causes(SignRows.CODE_440, EXCHANGE_DNS, BROKEN_ON_THE_WAY, "shadow-copy"));

  private static final List<Map.Entry<LogSign, List<String>>> EVENTS =
      List.of(
          causes(EventSignRows.PER_SOURCE, PER_SOURCE, PERCENTAGE, DELAYED_ACK),
          causes(EventSignRows.TOTAL, TOTAL),
          causes(EventSignRows.MESSAGE_RATE, "message-rate"),
          causes(EventSignRows.LOGON_FAILURES, "logon-failures", PASSWORD_LOST),
          causes(EventSignRows.LOGIN_REFUSED, PASSWORD_LOST, LOGIN_KIND, "login-check"),
          causes(EventSignRows.SUBMIT_REFUSED, SUBMIT_RIGHT),
          causes(EventSignRows.CERTIFICATE, CONNECTOR_CERTIFICATE),
          causes(EventSignRows.CERTIFICATE_ENDS, CONNECTOR_CERTIFICATE),
          causes(EventSignRows.BACK_PRESSURE, BACK_PRESSURE),
          causes(EventSignRows.QUEUE_DATABASE, "queue-database", BACK_PRESSURE),
          causes(EventSignRows.NO_DNS_SERVERS, EXCHANGE_DNS),
          causes(EventSignRows.NOT_LISTENING, HUB_ON_25, "role-conflict", "port-taken"),
          causes(EventSignRows.INVALID_CONNECTOR, "connector-conflict", "role-conflict"));

  private static final List<Map.Entry<LogSign, List<String>>> OTHER_RELAYS =
      List.of(
          causes(OtherRelaySignRows.ONLINE_CONNECTIONS, EXCHANGE_ONLINE),
          causes(OtherRelaySignRows.ONLINE_THREADS, EXCHANGE_ONLINE),
          causes(
              OtherRelaySignRows.ONLINE_SMTP_AUTH_OFF, "cloud-smtp-auth-off", "cloud-login-ended"),
          causes(OtherRelaySignRows.ONLINE_SECURITY_DEFAULTS, "cloud-security-defaults"),
          causes(OtherRelaySignRows.ONLINE_CRITERIA, "cloud-conditional-access"),
          causes(OtherRelaySignRows.ONLINE_PASSWORD, "cloud-password", "cloud-smtp-auth-off"),
          causes(OtherRelaySignRows.ONLINE_BASIC_ENDED, "cloud-login-ended"),
          causes(
              OtherRelaySignRows.ONLINE_LOGIN,
              "cloud-smtp-auth-off",
              "cloud-security-defaults",
              "cloud-conditional-access",
              "cloud-password"),
          causes(OtherRelaySignRows.ONLINE_NO_LOGIN, "cloud-no-login", "cloud-smtp-auth-off"),
          causes(OtherRelaySignRows.ONLINE_SENDER, "cloud-send-as"),
          causes(OtherRelaySignRows.ONLINE_TENANT, "cloud-inbound-connector"),
          causes(OtherRelaySignRows.ONLINE_DIRECT_SEND, "cloud-direct-send-rejected"),
          causes(OtherRelaySignRows.ONLINE_OLD_SERVER, "cloud-old-exchange"),
          causes(OtherRelaySignRows.ONLINE_TLS, "cloud-tls-version"),
          causes(OtherRelaySignRows.ONLINE_BUSY, EXCHANGE_ONLINE),
          causes(OtherRelaySignRows.ONLINE_LIMIT, EXCHANGE_ONLINE),
          causes(OtherRelaySignRows.ONLINE_BANNED, "cloud-banned"),
          causes(OtherRelaySignRows.ONLINE_HVE, "cloud-high-volume"),
          causes(OtherRelaySignRows.ONLINE_OTHER, "cloud-refusal"),
          causes(OtherRelaySignRows.AZURE, "azure-communication"),
          causes(OtherRelaySignRows.SENDER_POLICY, "sender-policy"),
          causes(OtherRelaySignRows.GMAIL_RELAY, "gmail-login"),
          causes(OtherRelaySignRows.GMAIL_LIMIT, "gmail-limit"),
          causes(OtherRelaySignRows.GMAIL_PASSWORD, "gmail-login"),
          causes(OtherRelaySignRows.GMAIL_LOGIN, "gmail-login"),
          causes(OtherRelaySignRows.GMAIL_STARTTLS, "gmail-login"),
          causes(OtherRelaySignRows.GMAIL, "gmail-refusal"),
          causes(OtherRelaySignRows.RELAY_DENIED, "other-relay-permission"),
          causes(OtherRelaySignRows.SENDER_REFUSED, "other-relay-sender"),
          causes(OtherRelaySignRows.CLIENT_REFUSED, "other-relay-client"),
          causes(OtherRelaySignRows.RECIPIENT_REFUSED, "other-relay-recipient"),
          causes(OtherRelaySignRows.CONNECTIONS, "other-relay-limit"),
          causes(OtherRelaySignRows.LOGIN_REFUSED, "other-relay-password"),
          causes(OtherRelaySignRows.LOGIN_NOT_OFFERED, "other-relay-no-login"),
          causes(OtherRelaySignRows.TOO_LARGE, "other-relay-size"),
          causes(OtherRelaySignRows.AUTHORISED_ONLY, "foreign-login", PASSWORD_LOST),
          causes(OtherRelaySignRows.GREYLISTED, "greylisting"));

  private static final List<Map.Entry<LogSign, List<String>>> CLIENT =
      List.of(
          causes(ClientSignRows.CERTIFICATE, CERTIFICATE_NAME),
          causes(ClientSignRows.TLS_VERSIONS, TLS_VERSIONS),
          causes(ClientSignRows.NO_TLS_THERE, PLAIN_TEXT_PORT, TLS_VERSIONS),
          causes(
              ClientSignRows.TLS_FAILED,
              TLS_VERSIONS,
              CERTIFICATE_NAME,
              PLAIN_TEXT_PORT,
              CONNECTOR_CERTIFICATE),
          causes(ClientSignRows.POOL, "connection-pool"),
          causes(ClientSignRows.CONNECT_TIMEOUT, FIREWALL, WRONG_PORT, "network-route"),
          causes(
              ClientSignRows.TIMEOUT,
              DELAYED_ACK,
              "short-timeout",
              WRONG_PORT,
              FIREWALL,
              "implicit-tls",
              "tarpit",
              "connection-pool",
              BACK_PRESSURE),
          causes(ClientSignRows.NAME_UNKNOWN, "wrong-name"),
          causes(ClientSignRows.NO_SERVER, "no-mail-server"),
          causes(ClientSignRows.CONNECT_REFUSED, WRONG_PORT, CONNECTOR_DISABLED),
          causes(ClientSignRows.NETWORK_UNREACHABLE, "network-route", FIREWALL),
          causes(ClientSignRows.CONNECT_ABORTED, "local-software"),
          causes(ClientSignRows.ACCESS_FORBIDDEN, "local-software"),
          causes(ClientSignRows.CLOSED, TLS_VERSIONS, BROKEN_ON_THE_WAY, PLAIN_TEXT_PORT),
          causes(ClientSignRows.ADDRESS_FORM, "malformed-address"),
          causes(ClientSignRows.CONNECT_FAILED, FIREWALL, WRONG_PORT, CONNECTOR_DISABLED),
          causes(
              ClientSignRows.SENDING_FAILED,
              TLS_VERSIONS,
              WRONG_PORT,
              FIREWALL,
              PLAIN_TEXT_PORT,
              "wrong-name"));

  private static final List<Map.Entry<LogSign, List<String>>> SQL_SERVER =
      List.of(
          causes(SqlServerSignRows.ATTACHMENT_TOO_LARGE, "attachment-size"),
          causes(SqlServerSignRows.ATTACHMENT_REFUSED, "attachment-type"),
          causes(SqlServerSignRows.QUERY_FAILED, "mail-query"),
          causes(SqlServerSignRows.AGENT_PROFILE, "agent-profile"),
          causes(SqlServerSignRows.AGENT_INSTANCE, "agent-instance"),
          causes(SqlServerSignRows.AGENT_NOT_ENABLED, "agent-mail-off", "agent-profile"),
          causes(SqlServerSignRows.SESSION_UNREADABLE, "msdb-tls"),
          causes(SqlServerSignRows.AGENT_NO_SESSION, "agent-mail-off", "agent-profile"),
          causes(SqlServerSignRows.NOTIFY_FAILED, "agent-mail-off", "agent-profile"),
          causes(SqlServerSignRows.BROKER_OFF, "broker-off"),
          causes(SqlServerSignRows.OWNER_UNKNOWN, "activation-fails"),
          causes(SqlServerSignRows.MSDB_READ, "msdb-read", "msdb-tls"),
          causes(SqlServerSignRows.TRANSACTION, "msdb-transaction"),
          causes(SqlServerSignRows.PROGRAM_MISSING, "mail-program-fails"),
          causes(SqlServerSignRows.QUEUE_DISABLED, QUEUE_DISABLED, "activation-fails"),
          causes(SqlServerSignRows.ACTIVATION, "activation-fails", QUEUE_DISABLED),
          causes(
              SqlServerSignRows.UNSENT_AND_SILENT,
              "queue-stopped",
              "broker-off",
              "mail-program-fails",
              QUEUE_DISABLED),
          causes(SqlServerSignRows.NOT_QUEUED, "queue-stopped"),
          causes(SqlServerSignRows.QUEUE_STOPPED, "queue-stopped"),
          causes(SqlServerSignRows.XPS_OFF, "xps-off"),
          causes(SqlServerSignRows.NO_DEFAULT, "default-profile"),
          causes(SqlServerSignRows.PROFILE, "profile-right"),
          causes(SqlServerSignRows.NO_EXECUTE, "send-right"),
          causes(SqlServerSignRows.NO_RECIPIENT, "no-recipient"));

  /** All of them, in the order of the page that lists them. */
  static final Map<LogSign, List<String>> ALL = all();

  private SignCauseRows() {}

  private static Map.Entry<LogSign, List<String>> causes(LogSign sign, String... ids) {
    return entry(sign, List.of(ids));
  }

  private static Map<LogSign, List<String>> all() {
    Map<LogSign, List<String>> all = new LinkedHashMap<>();
    Stream.of(REPLIES, EVENTS, CLIENT, SQL_SERVER, OTHER_RELAYS)
        .flatMap(List::stream)
        .forEach(row -> all.put(row.getKey(), row.getValue()));
    return all;
  }

  /** The causes of a sign; none for what only follows from another, or was cut off. */
  static List<String> of(LogSign sign) {
    return ALL.getOrDefault(sign, List.of());
  }

  /** The signs that lead to a cause. */
  static List<LogSign> leadingTo(Cause cause) {
    return ALL.entrySet().stream()
        .filter(row -> row.getValue().contains(cause.id()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
