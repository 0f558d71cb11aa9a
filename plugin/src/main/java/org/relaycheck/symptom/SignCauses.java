package org.relaycheck.symptom;

import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.relaycheck.explain.sign.ClientSigns;
import org.relaycheck.explain.sign.EventSigns;
import org.relaycheck.explain.sign.OtherRelaySigns;
import org.relaycheck.explain.sign.ReplySigns;
import org.relaycheck.explain.sign.Sign;
import org.relaycheck.explain.sign.SignRows;
import org.relaycheck.explain.sign.SqlServerSigns;

/** What may be behind a sign: the causes of each, by their ids, the more usual ones first. */
final class SignCauses {

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

  private static final List<Map.Entry<Sign, List<String>>> REPLIES =
      List.of(
          causes(ReplySigns.PER_SOURCE, PER_SOURCE, PERCENTAGE),
          causes(ReplySigns.CONCURRENT, PER_SOURCE, PERCENTAGE, DELAYED_ACK, TOTAL),
          causes(ReplySigns.TOTAL, TOTAL),
          causes(ReplySigns.NOT_ACTIVE, COMPONENT_INACTIVE, HUB_ON_25, TRANSPORT_AGENT),
          causes(ReplySigns.MESSAGE_RATE, "message-rate"),
          causes(ReplySigns.DELAYED_ACK, DELAYED_ACK),
          causes(ReplySigns.TARPITTED, "tarpit"),
          causes(ReplySigns.SESSION_TIMEOUT, "session-length"),
          causes(ReplySigns.IDLE, "session-idle"),
          causes(ReplySigns.DROPPED, BROKEN_ON_THE_WAY, TLS_VERSIONS),
          causes(ReplySigns.PROTOCOL_ERRORS, "protocol-errors"),
          causes(ReplySigns.PROXY_DNS, EXCHANGE_DNS, PROXY_TARGET),
          causes(ReplySigns.PROXY_CONNECT, PROXY_TARGET, COMPONENT_INACTIVE, FIREWALL),
          causes(ReplySigns.PROXY_SESSION, "proxy-session", PROXY_TARGET),
          causes(ReplySigns.PROXY, PROXY_TARGET, COMPONENT_INACTIVE, BACK_PRESSURE, EXCHANGE_DNS),
          causes(ReplySigns.BACK_PRESSURE, BACK_PRESSURE),
          causes(ReplySigns.TOO_MANY_RECIPIENTS, "too-many-recipients"),
          causes(ReplySigns.TOO_LARGE, "message-size"),
          causes(ReplySigns.HEADER_TOO_LARGE, "header-size"),
          causes(ReplySigns.HOPS, "hop-count"),
          causes(ReplySigns.RESERVED_DOMAIN, "reserved-domain"),
          causes(ReplySigns.RECIPIENT_UNKNOWN, "unknown-recipient"),
          causes(ReplySigns.ADDRESS_REFUSED, "address-too-long"),
          causes(
              ReplySigns.RELAY_DENIED,
              "relay-right",
              OTHER_CONNECTOR,
              UNREAD_SERVER,
              ACCEPTED_DOMAIN,
              CONNECTOR_DISABLED),
          causes(
              ReplySigns.LOGGED_IN_RELAY_DENIED,
              "logged-in-relay",
              ACCEPTED_DOMAIN,
              OTHER_CONNECTOR),
          causes(ReplySigns.ANONYMOUS_SENDER, "sender-right", OTHER_CONNECTOR),
          causes(ReplySigns.SENDER_REFUSED, "logged-in-sender"),
          causes(ReplySigns.ANONYMOUS_SUBMIT, SUBMIT_RIGHT, OTHER_CONNECTOR),
          causes(ReplySigns.SUBMIT_REFUSED, SUBMIT_RIGHT, OTHER_CONNECTOR),
          causes(ReplySigns.STARTTLS_FIRST, ENCRYPTION_WANTED, UNREAD_SERVER),
          causes(ReplySigns.STARTTLS_NOT_OFFERED, CONNECTOR_CERTIFICATE, "starttls-off"),
          causes(ReplySigns.LOGIN_KIND, LOGIN_KIND),
          causes(ReplySigns.AUTH_TEMPORARY, "login-check", PASSWORD_LOST),
          causes(ReplySigns.AUTH_FAILED, PASSWORD_LOST, LOGIN_KIND, UNREAD_SERVER),
          causes(
              ReplySigns.NOT_AUTHENTICATED,
              ANONYMOUS_REFUSED,
              PASSWORD_LOST,
              OTHER_CONNECTOR,
              UNREAD_SERVER,
              ENCRYPTION_WANTED),
          causes(ReplySigns.EHLO_NAME, "ehlo-name"),
          causes(ReplySigns.PARAMETER_REFUSED, "extension-off"),
          causes(ReplySigns.COMMAND_REFUSED, "wrong-commands", PLAIN_TEXT_PORT),
          causes(ReplySigns.BARE_LINEFEED, "bare-linefeed"),
          causes(ReplySigns.SHADOW, "shadow-copy"),
          causes(ReplySigns.DNS, EXCHANGE_DNS),
          causes(ReplySigns.SENDER_DOMAIN_DENIED, "restricted-recipient"),
          causes(ReplySigns.ROLE_CONFLICT, "role-conflict"),
          causes(ReplySigns.CONTENT, "content-filter"),
          causes(
              SignRows.CODE_432, COMPONENT_INACTIVE, HUB_ON_25, TRANSPORT_AGENT, PER_SOURCE, TOTAL),
          causes(
              SignRows.CODE_571, "relay-right", ANONYMOUS_REFUSED, SUBMIT_RIGHT, "content-filter"),
          causes(SignRows.CODE_440, EXCHANGE_DNS, BROKEN_ON_THE_WAY, "shadow-copy"));

  private static final List<Map.Entry<Sign, List<String>>> EVENTS =
      List.of(
          causes(EventSigns.PER_SOURCE, PER_SOURCE, PERCENTAGE, DELAYED_ACK),
          causes(EventSigns.TOTAL, TOTAL),
          causes(EventSigns.MESSAGE_RATE, "message-rate"),
          causes(EventSigns.LOGON_FAILURES, "logon-failures", PASSWORD_LOST),
          causes(EventSigns.LOGIN_REFUSED, PASSWORD_LOST, LOGIN_KIND, "login-check"),
          causes(EventSigns.SUBMIT_REFUSED, SUBMIT_RIGHT),
          causes(EventSigns.CERTIFICATE, CONNECTOR_CERTIFICATE),
          causes(EventSigns.CERTIFICATE_ENDS, CONNECTOR_CERTIFICATE),
          causes(EventSigns.BACK_PRESSURE, BACK_PRESSURE),
          causes(EventSigns.INVALID_CONNECTOR, "connector-conflict", "role-conflict"));

  private static final List<Map.Entry<Sign, List<String>>> OTHER_RELAYS =
      List.of(
          causes(OtherRelaySigns.ONLINE_CONNECTIONS, EXCHANGE_ONLINE),
          causes(OtherRelaySigns.ONLINE_THREADS, EXCHANGE_ONLINE),
          causes(OtherRelaySigns.ONLINE_SMTP_AUTH_OFF, "cloud-smtp-auth-off", "cloud-login-ended"),
          causes(OtherRelaySigns.ONLINE_SECURITY_DEFAULTS, "cloud-security-defaults"),
          causes(OtherRelaySigns.ONLINE_CRITERIA, "cloud-conditional-access"),
          causes(OtherRelaySigns.ONLINE_PASSWORD, "cloud-password", "cloud-smtp-auth-off"),
          causes(OtherRelaySigns.ONLINE_BASIC_ENDED, "cloud-login-ended"),
          causes(
              OtherRelaySigns.ONLINE_LOGIN,
              "cloud-smtp-auth-off",
              "cloud-security-defaults",
              "cloud-conditional-access",
              "cloud-password"),
          causes(OtherRelaySigns.ONLINE_NO_LOGIN, "cloud-no-login", "cloud-smtp-auth-off"),
          causes(OtherRelaySigns.ONLINE_SENDER, "cloud-send-as"),
          causes(OtherRelaySigns.ONLINE_TENANT, "cloud-inbound-connector"),
          causes(OtherRelaySigns.ONLINE_DIRECT_SEND, "cloud-direct-send-rejected"),
          causes(OtherRelaySigns.ONLINE_OLD_SERVER, "cloud-old-exchange"),
          causes(OtherRelaySigns.ONLINE_TLS, "cloud-tls-version"),
          causes(OtherRelaySigns.ONLINE_BUSY, EXCHANGE_ONLINE),
          causes(OtherRelaySigns.ONLINE_HVE, "cloud-high-volume"),
          causes(OtherRelaySigns.ONLINE_OTHER, "cloud-refusal"),
          causes(OtherRelaySigns.AZURE, "azure-communication"),
          causes(OtherRelaySigns.GMAIL_PASSWORD, "gmail-login"),
          causes(OtherRelaySigns.GMAIL_LOGIN, "gmail-login"),
          causes(OtherRelaySigns.GMAIL_STARTTLS, "gmail-login"),
          causes(OtherRelaySigns.GMAIL, "gmail-refusal"),
          causes(OtherRelaySigns.RELAY_DENIED, "other-relay-permission"),
          causes(OtherRelaySigns.SENDER_REFUSED, "other-relay-sender"),
          causes(OtherRelaySigns.CLIENT_REFUSED, "other-relay-client"),
          causes(OtherRelaySigns.RECIPIENT_REFUSED, "other-relay-recipient"),
          causes(OtherRelaySigns.CONNECTIONS, "other-relay-limit"),
          causes(OtherRelaySigns.LOGIN_REFUSED, "other-relay-password"),
          causes(OtherRelaySigns.AUTHORISED_ONLY, "foreign-login", PASSWORD_LOST),
          causes(OtherRelaySigns.GREYLISTED, "greylisting"));

  private static final List<Map.Entry<Sign, List<String>>> CLIENT =
      List.of(
          causes(ClientSigns.CERTIFICATE, CERTIFICATE_NAME),
          causes(ClientSigns.TLS_VERSIONS, TLS_VERSIONS),
          causes(ClientSigns.NO_TLS_THERE, PLAIN_TEXT_PORT, TLS_VERSIONS),
          causes(
              ClientSigns.TLS_FAILED,
              TLS_VERSIONS,
              CERTIFICATE_NAME,
              PLAIN_TEXT_PORT,
              CONNECTOR_CERTIFICATE),
          causes(ClientSigns.POOL, "connection-pool"),
          causes(ClientSigns.CONNECT_TIMEOUT, FIREWALL, WRONG_PORT, "network-route"),
          causes(
              ClientSigns.TIMEOUT,
              DELAYED_ACK,
              "short-timeout",
              WRONG_PORT,
              FIREWALL,
              "implicit-tls",
              "tarpit",
              "connection-pool",
              BACK_PRESSURE),
          causes(ClientSigns.NAME_UNKNOWN, "wrong-name"),
          causes(ClientSigns.CONNECT_REFUSED, WRONG_PORT, CONNECTOR_DISABLED),
          causes(ClientSigns.NETWORK_UNREACHABLE, "network-route", FIREWALL),
          causes(ClientSigns.CONNECT_ABORTED, "local-software"),
          causes(ClientSigns.ACCESS_FORBIDDEN, "local-software"),
          causes(ClientSigns.CLOSED, TLS_VERSIONS, BROKEN_ON_THE_WAY, PLAIN_TEXT_PORT),
          causes(ClientSigns.ADDRESS_FORM, "malformed-address"),
          causes(ClientSigns.CONNECT_FAILED, FIREWALL, WRONG_PORT, CONNECTOR_DISABLED),
          causes(
              ClientSigns.SENDING_FAILED,
              TLS_VERSIONS,
              WRONG_PORT,
              FIREWALL,
              PLAIN_TEXT_PORT,
              "wrong-name"));

  private static final List<Map.Entry<Sign, List<String>>> SQL_SERVER =
      List.of(
          causes(SqlServerSigns.ATTACHMENT_TOO_LARGE, "attachment-size"),
          causes(SqlServerSigns.ATTACHMENT_REFUSED, "attachment-type"),
          causes(SqlServerSigns.QUERY_FAILED, "mail-query"),
          causes(SqlServerSigns.AGENT_PROFILE, "agent-profile"),
          causes(SqlServerSigns.AGENT_INSTANCE, "agent-instance"),
          causes(SqlServerSigns.AGENT_NOT_ENABLED, "agent-mail-off", "agent-profile"),
          causes(SqlServerSigns.SESSION_UNREADABLE, "msdb-tls"),
          causes(SqlServerSigns.MSDB_READ, "msdb-read"),
          causes(SqlServerSigns.TRANSACTION, "msdb-transaction"),
          causes(SqlServerSigns.PROGRAM_MISSING, "mail-program-fails"),
          causes(SqlServerSigns.QUEUE_DISABLED, QUEUE_DISABLED, "activation-fails"),
          causes(SqlServerSigns.ACTIVATION, "activation-fails", QUEUE_DISABLED),
          causes(
              SqlServerSigns.UNSENT_AND_SILENT,
              "queue-stopped",
              "broker-off",
              "mail-program-fails",
              QUEUE_DISABLED),
          causes(SqlServerSigns.NOT_QUEUED, "queue-stopped"),
          causes(SqlServerSigns.QUEUE_STOPPED, "queue-stopped"),
          causes(SqlServerSigns.XPS_OFF, "xps-off"),
          causes(SqlServerSigns.NO_DEFAULT, "default-profile"),
          causes(SqlServerSigns.PROFILE, "profile-right"),
          causes(SqlServerSigns.NO_EXECUTE, "send-right"),
          causes(SqlServerSigns.NO_RECIPIENT, "no-recipient"));

  /** All of them, in the order of the page that lists them. */
  static final Map<Sign, List<String>> ALL = all();

  private SignCauses() {}

  private static Map.Entry<Sign, List<String>> causes(Sign sign, String... ids) {
    return entry(sign, List.of(ids));
  }

  private static Map<Sign, List<String>> all() {
    Map<Sign, List<String>> all = new LinkedHashMap<>();
    Stream.of(REPLIES, EVENTS, CLIENT, SQL_SERVER, OTHER_RELAYS)
        .flatMap(List::stream)
        .forEach(row -> all.put(row.getKey(), row.getValue()));
    return all;
  }

  /** The causes of a sign; none for what only follows from another, or was cut off. */
  static List<String> of(Sign sign) {
    return ALL.getOrDefault(sign, List.of());
  }

  /** The signs that lead to a cause. */
  static List<Sign> leadingTo(Cause cause) {
    return ALL.entrySet().stream()
        .filter(row -> row.getValue().contains(cause.id()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
