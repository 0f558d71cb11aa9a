package org.relaycheck.resource.receiveconnectors;

import static org.relaycheck.resource.receiveconnectors.Condition.has;
import static org.relaycheck.resource.receiveconnectors.Condition.is;
import static org.relaycheck.resource.receiveconnectors.Condition.isOf;
import static org.relaycheck.resource.receiveconnectors.Condition.lacks;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.AUTH_MECHANISM;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.BINARY_MIME_ENABLED;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.BINDINGS;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.CHUNKING_ENABLED;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.CONNECTION_INACTIVITY_TIMEOUT;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.CONNECTION_TIMEOUT;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.DOMAIN_SECURE_ENABLED;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.ENABLE_AUTH_GSSAPI;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.LONG_ADDRESSES_ENABLED;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.PERMISSION_GROUPS;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.REQUIRE_TLS;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.relaycheck.catalogue.Property;

/**
 * Settings of one connector that do not go together: Exchange refuses them, or one is without
 * effect, or mail stops. From the reference of the cmdlets and, for the role, from the guide to
 * custom connectors.
 *
 * @param needs what does not go, as a sentence
 * @param instead what to state
 * @param conditions it is there if all of them hold
 */
public record Conflict(String needs, String instead, List<Condition> conditions) {

  private static final int SMTP = 25;
  private static final String TLS = "Tls";
  private static final String BASIC_TLS = "BasicAuthRequireTLS";
  private static final String EXTERNAL = "ExternalAuthoritative";

  static final Conflict TIMEOUTS =
      new Conflict(
          "ConnectionTimeout must be longer than ConnectionInactivityTimeout",
          "both",
          List.of(
              new Condition(
                  Set.of(CONNECTION_TIMEOUT, CONNECTION_INACTIVITY_TIMEOUT), Conflict::timeouts)));

  /** A custom connector of the Hub service where the Front End service listens. */
  public static final Conflict HUB_ON_SMTP_PORT =
      new Conflict(
          "on port 25 the role HubTransport makes mail fail now and then",
          "FrontendTransport or another port",
          List.of(
              isOf(ReceiveConnectorRows.HUB_TRANSPORT),
              new Condition(
                  Set.of(BINDINGS),
                  outlook ->
                      outlook
                          .value(BINDINGS)
                          .filter(all -> all.stream().anyMatch(one -> one.port() == SMTP))
                          .isPresent())));

  /** Ways to log in that exclude or need each other. */
  public static final List<Conflict> AUTHENTICATION =
      List.of(
          new Conflict(
              "BasicAuthRequireTLS needs BasicAuth and Tls",
              "BasicAuth and Tls beside it",
              List.of(
                  has(AUTH_MECHANISM, BASIC_TLS),
                  lacks(AUTH_MECHANISM, "BasicAuth").or(lacks(AUTH_MECHANISM, TLS)))),
          new Conflict(
              "ExternalAuthoritative goes with Tls only",
              "no mechanism but ExternalAuthoritative and Tls",
              List.of(
                  has(AUTH_MECHANISM, EXTERNAL),
                  new Condition(Set.of(AUTH_MECHANISM), Conflict::others))),
          new Conflict(
              "ExternalAuthoritative needs ExchangeServers in PermissionGroups",
              "ExchangeServers in PermissionGroups too",
              List.of(
                  has(AUTH_MECHANISM, EXTERNAL), has(PERMISSION_GROUPS, "ExchangeServers").not())),
          new Conflict(
              "RequireTLS needs Tls in AuthMechanism",
              "Tls in AuthMechanism too, or RequireTLS: false",
              List.of(is(REQUIRE_TLS, true), lacks(AUTH_MECHANISM, TLS))));

  /** Settings that do nothing, or are refused, without another. */
  public static final List<Conflict> PREREQUISITES =
      List.of(
          new Conflict(
              "DomainSecureEnabled needs Tls and no ExternalAuthoritative in AuthMechanism",
              "such an AuthMechanism, or DomainSecureEnabled: false",
              List.of(
                  is(DOMAIN_SECURE_ENABLED, true),
                  lacks(AUTH_MECHANISM, TLS).or(has(AUTH_MECHANISM, EXTERNAL)))),
          new Conflict(
              "BinaryMimeEnabled needs ChunkingEnabled",
              "ChunkingEnabled: true, or BinaryMimeEnabled: false",
              List.of(is(BINARY_MIME_ENABLED, true), is(CHUNKING_ENABLED, false))),
          new Conflict(
              "LongAddressesEnabled is for connectors of the role HubTransport",
              "LongAddressesEnabled: false",
              List.of(
                  is(LONG_ADDRESSES_ENABLED, true),
                  isOf(ReceiveConnectorRows.FRONTEND_TRANSPORT))));

  /** Kerberos that is not offered: harmless, so that no script is kept from it. */
  public static final Conflict KERBEROS_NOT_OFFERED =
      new Conflict(
          "EnableAuthGSSAPI does nothing without Integrated in AuthMechanism",
          "Integrated in AuthMechanism too, or EnableAuthGSSAPI: false",
          List.of(is(ENABLE_AUTH_GSSAPI, true), lacks(AUTH_MECHANISM, "Integrated")));

  /** What no script writes. */
  static final List<Conflict> ALL = all();

  public Conflict {
    conditions = List.copyOf(conditions);
  }

  private static List<Conflict> all() {
    List<Conflict> all = new ArrayList<>(List.of(TIMEOUTS, HUB_ON_SMTP_PORT));
    all.addAll(AUTHENTICATION);
    all.addAll(PREREQUISITES);
    return List.copyOf(all);
  }

  /** Whether a connector has it, as far as its settings are known. */
  boolean isIn(Outlook outlook) {
    return conditions.stream().allMatch(condition -> condition.here().test(outlook));
  }

  /** The settings that decide, the first condition's first. */
  public Set<Property<?>> rows() {
    Set<Property<?>> rows = new LinkedHashSet<>();
    conditions.forEach(condition -> rows.addAll(condition.rows()));
    return rows;
  }

  /** The setting that needs another, or does not go with it. */
  public Property<?> about() {
    return rows().iterator().next();
  }

  /** What does not go, and what to state. */
  String why() {
    return needs + "; state " + instead;
  }

  private static boolean timeouts(Outlook outlook) {
    return outlook
        .value(CONNECTION_TIMEOUT)
        .flatMap(
            whole ->
                outlook
                    .value(CONNECTION_INACTIVITY_TIMEOUT)
                    .filter(idle -> idle.compareTo(whole) >= 0))
        .isPresent();
  }

  private static boolean others(Outlook outlook) {
    return outlook
        .value(AUTH_MECHANISM)
        .filter(words -> !Set.of(EXTERNAL, TLS).containsAll(words))
        .isPresent();
  }
}
