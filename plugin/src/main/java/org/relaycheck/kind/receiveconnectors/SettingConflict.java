package org.relaycheck.kind.receiveconnectors;

import static org.relaycheck.kind.receiveconnectors.ConnectorCondition.has;
import static org.relaycheck.kind.receiveconnectors.ConnectorCondition.is;
import static org.relaycheck.kind.receiveconnectors.ConnectorCondition.isOf;
import static org.relaycheck.kind.receiveconnectors.ConnectorCondition.lacks;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.AUTH_MECHANISM;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.BINARY_MIME_ENABLED;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.BINDINGS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.CHUNKING_ENABLED;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.CONNECTION_INACTIVITY_TIMEOUT;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.CONNECTION_TIMEOUT;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.DOMAIN_SECURE_ENABLED;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.ENABLE_AUTH_GSSAPI;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.LONG_ADDRESSES_ENABLED;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.PERMISSION_GROUPS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.REQUIRE_TLS;

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
public record SettingConflict(String needs, String instead, List<ConnectorCondition> conditions) {

  private static final int SMTP = 25;
  private static final String TLS = "Tls";
  private static final String BASIC_TLS = "BasicAuthRequireTLS";
  private static final String EXTERNAL = "ExternalAuthoritative";

  static final SettingConflict TIMEOUTS =
      new SettingConflict(
          "ConnectionTimeout must be longer than ConnectionInactivityTimeout",
          "both",
          List.of(
              new ConnectorCondition(
                  Set.of(CONNECTION_TIMEOUT, CONNECTION_INACTIVITY_TIMEOUT),
                  SettingConflict::timeouts)));

  /** A custom connector of the Hub service where the Front End service listens. */
  public static final SettingConflict HUB_ON_SMTP_PORT =
      new SettingConflict(
          "on port 25 the role HubTransport makes mail fail now and then",
          "FrontendTransport or another port",
          List.of(
              isOf(ReceiveConnectorRows.HUB_TRANSPORT),
              new ConnectorCondition(
                  Set.of(BINDINGS),
                  outlook ->
                      outlook
                          .value(BINDINGS)
                          .filter(all -> all.stream().anyMatch(one -> one.port() == SMTP))
                          .isPresent())));

  /** Ways to log in that exclude or need each other. */
  public static final List<SettingConflict> AUTHENTICATION =
      List.of(
          new SettingConflict(
              "BasicAuthRequireTLS needs BasicAuth and Tls",
              "BasicAuth and Tls beside it",
              List.of(
                  has(AUTH_MECHANISM, BASIC_TLS),
                  lacks(AUTH_MECHANISM, "BasicAuth").or(lacks(AUTH_MECHANISM, TLS)))),
          new SettingConflict(
              "ExternalAuthoritative goes with Tls only",
              "no mechanism but ExternalAuthoritative and Tls",
              List.of(
                  has(AUTH_MECHANISM, EXTERNAL),
                  new ConnectorCondition(Set.of(AUTH_MECHANISM), SettingConflict::others))),
          new SettingConflict(
              "ExternalAuthoritative needs ExchangeServers in PermissionGroups",
              "ExchangeServers in PermissionGroups too",
              List.of(
                  has(AUTH_MECHANISM, EXTERNAL), has(PERMISSION_GROUPS, "ExchangeServers").not())),
          new SettingConflict(
              "RequireTLS needs Tls in AuthMechanism",
              "Tls in AuthMechanism too, or RequireTLS: false",
              List.of(is(REQUIRE_TLS, true), lacks(AUTH_MECHANISM, TLS))));

  /** Settings that do nothing, or are refused, without another. */
  public static final List<SettingConflict> PREREQUISITES =
      List.of(
          new SettingConflict(
              "DomainSecureEnabled needs Tls and no ExternalAuthoritative in AuthMechanism",
              "such an AuthMechanism, or DomainSecureEnabled: false",
              List.of(
                  is(DOMAIN_SECURE_ENABLED, true),
                  lacks(AUTH_MECHANISM, TLS).or(has(AUTH_MECHANISM, EXTERNAL)))),
          new SettingConflict(
              "BinaryMimeEnabled needs ChunkingEnabled",
              "ChunkingEnabled: true, or BinaryMimeEnabled: false",
              List.of(is(BINARY_MIME_ENABLED, true), is(CHUNKING_ENABLED, false))),
          new SettingConflict(
              "LongAddressesEnabled is for connectors of the role HubTransport",
              "LongAddressesEnabled: false",
              List.of(
                  is(LONG_ADDRESSES_ENABLED, true),
                  isOf(ReceiveConnectorRows.FRONTEND_TRANSPORT))));

  /** Kerberos that is not offered: harmless, so that no script is kept from it. */
  public static final SettingConflict KERBEROS_NOT_OFFERED =
      new SettingConflict(
          "EnableAuthGSSAPI does nothing without Integrated in AuthMechanism",
          "Integrated in AuthMechanism too, or EnableAuthGSSAPI: false",
          List.of(is(ENABLE_AUTH_GSSAPI, true), lacks(AUTH_MECHANISM, "Integrated")));

  /** What no script writes. */
  public static final List<SettingConflict> ALL = all();

  public SettingConflict {
    conditions = List.copyOf(conditions);
  }

  private static List<SettingConflict> all() {
    List<SettingConflict> all = new ArrayList<>(List.of(TIMEOUTS, HUB_ON_SMTP_PORT));
    all.addAll(AUTHENTICATION);
    all.addAll(PREREQUISITES);
    return List.copyOf(all);
  }

  /** Whether a connector has it, as far as its settings are known. */
  public boolean isIn(ConnectorOutlook outlook) {
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
  public String why() {
    return needs + "; state " + instead;
  }

  private static boolean timeouts(ConnectorOutlook outlook) {
    return outlook
        .value(CONNECTION_TIMEOUT)
        .flatMap(
            whole ->
                outlook
                    .value(CONNECTION_INACTIVITY_TIMEOUT)
                    .filter(idle -> idle.compareTo(whole) >= 0))
        .isPresent();
  }

  private static boolean others(ConnectorOutlook outlook) {
    return outlook
        .value(AUTH_MECHANISM)
        .filter(words -> !Set.of(EXTERNAL, TLS).containsAll(words))
        .isPresent();
  }
}
