package org.relaycheck.rule;

import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.AUTH_MECHANISM;

import java.util.List;
import java.util.Optional;

/** Whether clients without a login may send through a connector to any domain. */
final class RelayRight {

  private static final String TRUSTS_ALL = "ExternalAuthoritative";

  private RelayRight() {}

  /** By what they may, in words; empty if they may not. */
  static Optional<String> ofAnybody(Resource connector) throws NotKnown {
    return Alternatives.first(
        List.of(() -> new AnonymousAccess(connector).relay(), () -> trusting(connector)));
  }

  /** The mechanism that takes every client for logged in, if the connector has it. */
  static Optional<String> trusting(Resource connector) throws NotKnown {
    return connector.members(AUTH_MECHANISM).contains(TRUSTS_ALL)
        ? Optional.of("AuthMechanism " + TRUSTS_ALL)
        : Optional.empty();
  }
}
