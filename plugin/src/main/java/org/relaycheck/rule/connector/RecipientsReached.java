package org.relaycheck.rule.connector;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MAX_RECIPIENTS_PER_MESSAGE;

import java.util.Optional;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.TransportLimits;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.BreachFacts;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;
import org.relaycheck.value.Limit;

/** A stated MaxRecipientsPerMessage is what binds. */
public final class RecipientsReached implements ConnectorRule {

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "recipients-reached",
          "Mail with as many recipients as the policy states for a connector is taken by the"
              + " organisation",
          new RuleFacts.Grounds(
              "The organisation has a limit of its own, MaxRecipientEnvelopeLimit: mail with more"
                  + " recipients is refused, whatever MaxRecipientsPerMessage of the connector"
                  + " says.",
              "Raise MaxRecipientEnvelopeLimit with Set-TransportConfig, or state at most its"
                  + " value.",
              "Message size limits guide. The Hub connector's limit is left out: between Exchange"
                  + " servers it does not count"),
          MAX_RECIPIENTS_PER_MESSAGE,
          BreachFacts.RECIPIENT_CAP);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public Optional<RuleBreach> breach(Connector connector) throws NotKnownException {
    if (connector.stated(MAX_RECIPIENTS_PER_MESSAGE).isEmpty()) {
      return Optional.empty();
    }
    long own = connector.least(MAX_RECIPIENTS_PER_MESSAGE);
    Limit organisation = new TransportLimits(connector.server()).recipients();
    return organisation.most() < own
        ? RuleBreach.of(
                "mail with the "
                    + own
                    + " recipients of MaxRecipientsPerMessage is refused by the organisation, whose"
                    + " MaxRecipientEnvelopeLimit is "
                    + organisation,
                "MaxRecipientEnvelopeLimit of Set-TransportConfig at least " + own)
            .map(breach -> breach.with(BreachFacts.RECIPIENT_CAP, organisation))
        : Optional.empty();
  }
}
