package org.relaycheck.rule.delivery;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MAX_ACKNOWLEDGEMENT_DELAY;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.TARPIT_INTERVAL;

import java.time.Duration;
import java.util.Optional;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.Delivery;
import org.relaycheck.landscape.HeldReply;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;

/** An account waits longer than the connector that answers it holds replies back. */
public final class AccountTimeoutHeldReplies implements DeliveryRule {

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "account-timeout-held-replies",
          "An account waits longer than its connector may hold a reply",
          new RuleFacts.Grounds(
              "Exchange 2010 holds the last reply to a mail back for up to MaxAcknowledgementDelay,"
                  + " unless the sender knows shadow redundancy, which Database Mail does not;"
                  + " every version holds replies to anonymous sessions that look abusive for"
                  + " TarpitInterval. A sender that gives up before takes mail for failed that"
                  + " Exchange may have taken.",
              "Raise the account's timeout above both, or lower MaxAcknowledgementDelay (Exchange"
                  + " 2010 only) and TarpitInterval of the connector.",
              "Set-ReceiveConnector reference of 2018; shadow redundancy guide. That both delays"
                  + " can fall on one reply is not documented; they are added to be safe"),
          MailAccountRows.TIMEOUT,
          MAX_ACKNOWLEDGEMENT_DELAY,
          TARPIT_INTERVAL,
          MailAccountRows.MAILSERVER_NAME,
          MailAccountRows.PORT);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public Optional<RuleBreach> breach(Delivery delivery) throws NotKnownException {
    Optional<Connector> connector = delivery.connector();
    return connector.isEmpty() ? Optional.empty() : breach(delivery, connector.get());
  }

  private static Optional<RuleBreach> breach(Delivery delivery, Connector connector)
      throws NotKnownException {
    Duration waits = delivery.account().patience();
    return HeldReply.outlasting(waits, connector)
        .flatMap(
            held ->
                RuleBreach.of(
                    "timeout "
                        + waits.toSeconds()
                        + " s is not longer than the "
                        + held.longest().toSeconds()
                        + " s for which "
                        + connector
                        + " may hold a reply ("
                        + held.settings()
                        + ")",
                    "timeout above " + held.longest().toSeconds(),
                    connector));
  }
}
