package org.relaycheck.landscape;

import java.util.Set;
import org.relaycheck.catalogue.Property;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Reading;
import org.relaycheck.value.AddressSet;
import org.relaycheck.value.Binding;
import org.relaycheck.value.Seen;

/**
 * A receive connector, as far as that decides whom it answers.
 *
 * @param name its name
 * @param enabled whether it listens at all
 * @param bindings where
 * @param ranges to whom
 * @param role for which service
 */
public record Listener(
    String name,
    Seen<Boolean> enabled,
    Seen<Set<Binding>> bindings,
    Seen<AddressSet> ranges,
    Seen<String> role) {

  /** A connector as it was found. */
  public static Listener of(Observed observed) {
    return new Listener(
        observed.address().name(),
        seen(observed, ReceiveConnectorRows.ENABLED),
        seen(observed, ReceiveConnectorRows.BINDINGS),
        seen(observed, ReceiveConnectorRows.REMOTE_IP_RANGES),
        seen(observed, ReceiveConnectorRows.TRANSPORT_ROLE));
  }

  private static <T> Seen<T> seen(Observed observed, Property<T> row) {
    return observed
        .settings()
        .get(row)
        .map(Reading::seen)
        .orElseGet(
            () ->
                Seen.notUnderstood(
                    observed.unread().getOrDefault(row, "the answer does not mention it")));
  }
}
