package org.relaycheck.symptom;

import java.util.Optional;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.value.Limit;

/**
 * How many connections a receive connector has for one client while nobody else is connected.
 *
 * <p>The percentage is of the connections that are still free, so that it gives less on a busy
 * server. How Exchange rounds is documented nowhere; here it rounds down.
 *
 * @param connector the connector
 * @param perSource the limit per source
 * @param share what the percentage of the total comes to
 * @param percentage the percentage
 * @param total the limit for all clients
 */
record ConnectorLimits(
    Connector connector, Limit perSource, Limit share, long percentage, Limit total) {

  private static final int WHOLE = 100;

  /** Fewer were reported to refuse bulk mail; from so many on, refusals have another reason. */
  private static final int HIGH = 100;

  /** The documented default. */
  private static final Limit USUAL_TOTAL = new Limit(5000);

  /** The limits of a connector; empty if one of them is not known. */
  static Optional<ConnectorLimits> of(Connector connector) {
    Optional<Limit> perSource =
        connector.known(ReceiveConnectorRows.MAX_INBOUND_CONNECTION_PER_SOURCE);
    Optional<Long> percentage =
        connector.known(ReceiveConnectorRows.MAX_INBOUND_CONNECTION_PERCENTAGE_PER_SOURCE);
    Optional<Limit> total = connector.known(ReceiveConnectorRows.MAX_INBOUND_CONNECTION);
    if (perSource.isEmpty() || percentage.isEmpty() || total.isEmpty()) {
      return Optional.empty();
    }
    Limit share = share(percentage.get(), total.get());
    return Optional.of(
        new ConnectorLimits(connector, perSource.get(), share, percentage.get(), total.get()));
  }

  private static Limit share(long percentage, Limit total) {
    return total.isUnlimited() ? total : new Limit(total.most() * percentage / WHOLE);
  }

  private boolean perSourceBinds() {
    return perSource.compareTo(share) <= 0;
  }

  private static boolean high(Limit limit) {
    return limit.most() >= HIGH;
  }

  Judgement perSourceLimit() {
    if (perSourceBinds()) {
      String binds = "MaxInboundConnectionPerSource " + perSource + " is the limit for one client";
      return high(perSource)
          ? Judgement.of(Weight.UNLIKELY, told(binds + ", and high already"))
          : Judgement.of(Weight.FITS, told(binds));
    }
    return Judgement.of(
        Weight.UNLIKELY,
        told("MaxInboundConnectionPerSource " + perSource + " is not reached: " + shareWords()));
  }

  /** What a percentage of an unlimited number comes to is not documented, unless it is all. */
  private boolean shareIsKnown() {
    return !total.isUnlimited() || percentage >= WHOLE;
  }

  Judgement percentageLimit() {
    if (!shareIsKnown()) {
      return Judgement.of(
          Weight.POSSIBLE,
          told(
              percentage
                  + " % of an unlimited MaxInboundConnection: what that comes to is not"
                  + " documented"));
    }
    if (!perSourceBinds()) {
      String binds = shareWords() + ", and that is the limit for one client";
      return high(share)
          ? Judgement.of(Weight.UNLIKELY, told(binds + ", high already"))
          : Judgement.of(Weight.FITS, told(binds));
    }
    return Judgement.of(
        high(perSource) ? Weight.UNLIKELY : Weight.POSSIBLE,
        told(
            shareWords()
                + " while nobody else is connected: less as the server fills, and the next limit"
                + " once MaxInboundConnectionPerSource is raised from "
                + perSource));
  }

  Judgement totalLimit() {
    Weight usual = total.isUnlimited() ? Weight.UNLIKELY : Weight.POSSIBLE;
    return Judgement.of(
        total.compareTo(USUAL_TOTAL) < 0 ? Weight.FITS : usual,
        told("MaxInboundConnection " + total + " is the limit for all clients together"));
  }

  private String shareWords() {
    return percentage + " % of " + total + " are " + share;
  }

  private String told(String what) {
    return connector + ": " + what;
  }
}
