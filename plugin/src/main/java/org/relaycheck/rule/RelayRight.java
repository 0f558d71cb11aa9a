package org.relaycheck.rule;

import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.AUTH_MECHANISM;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.EXTENDED_RIGHTS;

import java.util.Optional;
import java.util.Set;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Right;
import org.relaycheck.value.Types;

/** Whether clients without a login may send through a connector to any domain. */
final class RelayRight {

  private static final String TRUSTS_ALL = "ExternalAuthoritative";
  private static final String ANY_RECIPIENT = "anonymous ms-Exch-SMTP-Accept-Any-Recipient";
  private static final Set<Right> ALLOWED = rights("allow " + ANY_RECIPIENT);
  private static final Set<Right> DENIED = rights("deny " + ANY_RECIPIENT);

  private RelayRight() {}

  /** By what they may, in words; empty if they may not. */
  static Optional<String> ofAnybody(Resource connector) throws NotKnown {
    if (connector.value(AUTH_MECHANISM).contains(TRUSTS_ALL)) {
      return Optional.of("AuthMechanism " + TRUSTS_ALL);
    }
    Set<Right> rights = connector.optional(EXTENDED_RIGHTS).orElse(Set.of());
    return rights.containsAll(ALLOWED) && !rights.containsAll(DENIED)
        ? Optional.of("allow " + ANY_RECIPIENT)
        : Optional.empty();
  }

  private static Set<Right> rights(String text) {
    return Types.RIGHTS.read(Raw.text(text)).known().orElseThrow();
  }
}
