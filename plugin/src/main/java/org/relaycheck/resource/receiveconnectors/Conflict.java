package org.relaycheck.resource.receiveconnectors;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.relaycheck.catalogue.Property;

/**
 * Settings of one connector that Exchange refuses together, or that stop mail.
 *
 * @param rows the settings
 * @param here whether a connector would have them so
 * @param why what does not go, and what to state
 */
record Conflict(Set<Property<?>> rows, Predicate<Outlook> here, String why) {

  private static final int SMTP = 25;
  private static final String TLS = "Tls";
  private static final String BASIC_TLS = "BasicAuthRequireTLS";
  private static final String EXTERNAL = "ExternalAuthoritative";

  /** From the reference of the cmdlets and, for the role, from the guide to custom connectors. */
  static final List<Conflict> ALL =
      List.of(
          new Conflict(
              Set.of(
                  ReceiveConnectorRows.CONNECTION_TIMEOUT,
                  ReceiveConnectorRows.CONNECTION_INACTIVITY_TIMEOUT),
              Conflict::timeouts,
              "ConnectionTimeout must be longer than ConnectionInactivityTimeout; state both"),
          new Conflict(
              Set.of(ReceiveConnectorRows.TRANSPORT_ROLE, ReceiveConnectorRows.BINDINGS),
              Conflict::hubOnSmtpPort,
              "on port 25 the role HubTransport makes mail fail now and then; state"
                  + " FrontendTransport or another port"),
          new Conflict(
              Set.of(ReceiveConnectorRows.AUTH_MECHANISM),
              outlook ->
                  outlook.has(ReceiveConnectorRows.AUTH_MECHANISM, BASIC_TLS)
                      && (outlook.lacks(ReceiveConnectorRows.AUTH_MECHANISM, "BasicAuth")
                          || outlook.lacks(ReceiveConnectorRows.AUTH_MECHANISM, TLS)),
              "BasicAuthRequireTLS needs BasicAuth and Tls; state the three together"),
          new Conflict(
              Set.of(ReceiveConnectorRows.AUTH_MECHANISM),
              Conflict::externalWithOthers,
              "ExternalAuthoritative goes with Tls only; state no other mechanism"),
          new Conflict(
              Set.of(ReceiveConnectorRows.AUTH_MECHANISM, ReceiveConnectorRows.PERMISSION_GROUPS),
              outlook ->
                  outlook.has(ReceiveConnectorRows.AUTH_MECHANISM, EXTERNAL)
                      && !outlook.has(ReceiveConnectorRows.PERMISSION_GROUPS, "ExchangeServers"),
              "ExternalAuthoritative needs ExchangeServers in PermissionGroups; state both"),
          new Conflict(
              Set.of(ReceiveConnectorRows.REQUIRE_TLS, ReceiveConnectorRows.AUTH_MECHANISM),
              outlook ->
                  outlook.is(ReceiveConnectorRows.REQUIRE_TLS, true)
                      && outlook.lacks(ReceiveConnectorRows.AUTH_MECHANISM, TLS),
              "RequireTLS needs Tls in AuthMechanism; state both"),
          new Conflict(
              Set.of(
                  ReceiveConnectorRows.DOMAIN_SECURE_ENABLED, ReceiveConnectorRows.AUTH_MECHANISM),
              outlook ->
                  outlook.is(ReceiveConnectorRows.DOMAIN_SECURE_ENABLED, true)
                      && (outlook.lacks(ReceiveConnectorRows.AUTH_MECHANISM, TLS)
                          || outlook.has(ReceiveConnectorRows.AUTH_MECHANISM, EXTERNAL)),
              "DomainSecureEnabled needs Tls and no ExternalAuthoritative in AuthMechanism; state"
                  + " both"),
          new Conflict(
              Set.of(
                  ReceiveConnectorRows.BINARY_MIME_ENABLED, ReceiveConnectorRows.CHUNKING_ENABLED),
              outlook ->
                  outlook.is(ReceiveConnectorRows.BINARY_MIME_ENABLED, true)
                      && outlook.is(ReceiveConnectorRows.CHUNKING_ENABLED, false),
              "BinaryMimeEnabled needs ChunkingEnabled; state both"),
          new Conflict(
              Set.of(
                  ReceiveConnectorRows.LONG_ADDRESSES_ENABLED, ReceiveConnectorRows.TRANSPORT_ROLE),
              outlook ->
                  outlook.is(ReceiveConnectorRows.LONG_ADDRESSES_ENABLED, true)
                      && outlook
                          .value(ReceiveConnectorRows.TRANSPORT_ROLE)
                          .filter(ReceiveConnectorRows.FRONTEND_TRANSPORT::equals)
                          .isPresent(),
              "LongAddressesEnabled is for connectors of the role HubTransport"));

  Conflict {
    rows = Set.copyOf(rows);
  }

  private static boolean timeouts(Outlook outlook) {
    return outlook
        .value(ReceiveConnectorRows.CONNECTION_TIMEOUT)
        .flatMap(
            whole ->
                outlook
                    .value(ReceiveConnectorRows.CONNECTION_INACTIVITY_TIMEOUT)
                    .filter(idle -> idle.compareTo(whole) >= 0))
        .isPresent();
  }

  private static boolean hubOnSmtpPort(Outlook outlook) {
    return outlook
            .value(ReceiveConnectorRows.TRANSPORT_ROLE)
            .filter(ReceiveConnectorRows.HUB_TRANSPORT::equals)
            .isPresent()
        && outlook
            .value(ReceiveConnectorRows.BINDINGS)
            .filter(bindings -> bindings.stream().anyMatch(binding -> binding.port() == SMTP))
            .isPresent();
  }

  private static boolean externalWithOthers(Outlook outlook) {
    return outlook.has(ReceiveConnectorRows.AUTH_MECHANISM, EXTERNAL)
        && outlook
            .value(ReceiveConnectorRows.AUTH_MECHANISM)
            .filter(words -> !Set.of(EXTERNAL, TLS).containsAll(words))
            .isPresent();
  }
}
