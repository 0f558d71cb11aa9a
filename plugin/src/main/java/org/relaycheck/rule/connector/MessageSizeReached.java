package org.relaycheck.rule.connector;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MAX_MESSAGE_SIZE;

import java.util.Optional;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.SizeCap;
import org.relaycheck.landscape.TransportLimits;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.BreachFacts;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;
import org.relaycheck.value.Size;

/** A stated MaxMessageSize is what binds. */
public final class MessageSizeReached implements ConnectorRule {

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "message-size-reached",
          "Mail of the size that the policy states for a connector is taken by what lies behind it",
          new RuleFacts.Grounds(
              "Of all size limits on a mail's way the lowest binds. Where the organisation's"
                  + " MaxReceiveSize is lower than a connector's MaxMessageSize, or that of the Hub"
                  + " connector to which the Frontend passes mail on, raising the connector's"
                  + " changes nothing.",
              "Raise the limit that the finding names, too, or state the lower one.",
              "Message size limits guide: the most restrictive limit wins. That mail which the"
                  + " Frontend passes on meets the Hub connector's limit is reported, not"
                  + " documented"),
          MAX_MESSAGE_SIZE,
          BreachFacts.SIZE_CAP);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public Optional<RuleBreach> breach(Connector connector) throws NotKnownException {
    if (connector.stated(MAX_MESSAGE_SIZE).isEmpty()) {
      return Optional.empty();
    }
    long own = connector.least(MAX_MESSAGE_SIZE).bytes();
    SizeCap behind = SizeCap.behind(connector);
    return behind.bytes() < own
        ? RuleBreach.of(
                "behind the connector mail is limited to "
                    + behind.words()
                    + ", not to the "
                    + TransportLimits.shown(own)
                    + " of its MaxMessageSize",
                behind.setting() + " at least " + TransportLimits.shown(own))
            .map(breach -> breach.with(BreachFacts.SIZE_CAP, new Size(behind.bytes())))
        : Optional.empty();
  }
}
