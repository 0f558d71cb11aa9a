package org.relaycheck.rule.connector;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MAX_ACKNOWLEDGEMENT_DELAY;

import java.time.Duration;
import java.util.Optional;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;
import org.relaycheck.state.Statement;
import org.relaycheck.value.Seen;

/** A policy states MaxAcknowledgementDelay only where Exchange looks at it. */
public final class AcknowledgementDelayUnused implements ConnectorRule {

  /** What a connector has when nobody set it: who states that expects nothing of it. */
  private static final Duration USUAL = Duration.ofSeconds(30);

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "acknowledgement-delay-unused",
          "MaxAcknowledgementDelay is changed only on Exchange 2010, which alone uses it",
          new RuleFacts.Grounds(
              "Exchange 2013 and later return MaxAcknowledgementDelay and do not use it: a policy"
                  + " that states it promises a speed that it does not bring, and mail that is slow"
                  + " has another cause.",
              "Take MaxAcknowledgementDelay out of the policy for these hosts, with 'any: true'"
                  + " under 'at' where a template states it.",
              "Set-ReceiveConnector reference of 2018; shadow redundancy guide"),
          MAX_ACKNOWLEDGEMENT_DELAY);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public Optional<RuleBreach> breach(Connector connector) throws NotKnownException {
    Optional<Statement<Duration>> stated = connector.stated(MAX_ACKNOWLEDGEMENT_DELAY);
    if (stated.filter(one -> !one.wanted().accepts(Seen.of(USUAL))).isEmpty()) {
      return Optional.empty();
    }
    return !connector.server().delaysAcknowledgements()
        ? RuleBreach.of(
                "the policy states MaxAcknowledgementDelay "
                    + stated.get().show()
                    + ", which Exchange 2013 and later do not use",
                "no statement about it for this host")
            .map(breach -> breach.by())
        : Optional.empty();
  }
}
