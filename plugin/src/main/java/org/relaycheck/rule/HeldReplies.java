package org.relaycheck.rule;

import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.MAX_ACKNOWLEDGEMENT_DELAY;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.TARPIT_INTERVAL;

import java.time.Duration;
import java.util.Optional;
import org.relaycheck.catalogue.Product;
import org.relaycheck.resource.mailaccounts.MailAccountRows;
import org.relaycheck.resource.receiveconnectors.ExchangeReleases;
import org.relaycheck.value.Types;

/** An account waits longer than the connector that answers it holds replies back. */
final class HeldReplies implements DeliveryRule {

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "account-timeout-held-replies",
          "An account waits longer than its connector may hold a reply",
          new RuleFacts.Grounds(
              "Exchange 2010 holds the last reply to a mail back for up to MaxAcknowledgementDelay,"
                  + " unless the sender knows shadow redundancy, which Database Mail does not; every"
                  + " version holds replies to anonymous sessions that look abusive for"
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
  public Optional<Breach> breach(Delivery delivery) throws NotKnown {
    Optional<Resource> connector = delivery.connector();
    return connector.isEmpty() ? Optional.empty() : breach(delivery, connector.get());
  }

  private static Optional<Breach> breach(Delivery delivery, Resource connector) throws NotKnown {
    Duration waits = Duration.ofSeconds(Patience.most(delivery.account()));
    Duration tarpit = connector.value(TARPIT_INTERVAL);
    if (waits.compareTo(tarpit) <= 0) {
      return told(waits, tarpit, "TarpitInterval " + shown(tarpit), connector);
    }
    Duration delay = connector.value(MAX_ACKNOWLEDGEMENT_DELAY);
    Duration held = tarpit.plus(delay);
    if (waits.compareTo(held) > 0 || !delays(delivery.exchange())) {
      return Optional.empty();
    }
    String settings =
        "MaxAcknowledgementDelay " + shown(delay) + " and TarpitInterval " + shown(tarpit);
    return told(waits, held, settings, connector);
  }

  private static Optional<Breach> told(
      Duration waits, Duration held, String settings, Resource connector) {
    return Breach.of(
        "timeout "
            + waits.toSeconds()
            + " s is not longer than the "
            + held.toSeconds()
            + " s for which "
            + connector
            + " may hold a reply ("
            + settings
            + ")",
        "timeout above " + held.toSeconds(),
        connector);
  }

  private static boolean delays(Server exchange) throws NotKnown {
    return exchange.version(Product.EXCHANGE).compareTo(ExchangeReleases.EXCHANGE_2013.from()) < 0;
  }

  private static String shown(Duration span) {
    return Types.SPAN.show(span);
  }
}
