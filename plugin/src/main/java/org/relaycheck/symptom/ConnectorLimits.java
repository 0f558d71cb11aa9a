package org.relaycheck.symptom;

import java.util.Optional;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.SourceShare;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.value.Limit;

/**
 * How many connections a receive connector has for one client.
 *
 * @param connector the connector
 * @param perSource the limit per source
 * @param share what the percentage gives one source at the usual load of the server
 */
record ConnectorLimits(Connector connector, Limit perSource, SourceShare share) {

  /** Fewer were reported to refuse bulk mail; from so many on, refusals have another reason. */
  private static final int HIGH = 100;

  /** The documented default. */
  private static final Limit USUAL_TOTAL = new Limit(5000);

  /** The limits of a connector; empty if one of them is not known. */
  static Optional<ConnectorLimits> of(Connector connector) {
    Optional<Limit> perSource =
        connector.known(ReceiveConnectorRows.MAX_INBOUND_CONNECTION_PER_SOURCE).value();
    return perSource.flatMap(
        own -> SourceShare.of(connector).map(share -> new ConnectorLimits(connector, own, share)));
  }

  private boolean perSourceBinds() {
    return perSource.compareTo(share.most()) <= 0;
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
        told("MaxInboundConnectionPerSource " + perSource + " is not reached: " + gives()));
  }

  Judgement percentageLimit() {
    if (!share.isKnown()) {
      return Judgement.of(
          Weight.POSSIBLE,
          told(
              share.percent()
                  + " % of an unlimited MaxInboundConnection: what that comes to is not"
                  + " documented"));
    }
    if (!perSourceBinds()) {
      String binds = gives() + ", and that is the limit for one client";
      return high(share.most())
          ? Judgement.of(Weight.UNLIKELY, told(binds + ", high already"))
          : Judgement.of(Weight.FITS, told(binds));
    }
    return Judgement.of(
        high(perSource) ? Weight.UNLIKELY : Weight.POSSIBLE,
        told(
            gives()
                + ": less as the server fills, and the next limit once"
                + " MaxInboundConnectionPerSource is raised from "
                + perSource));
  }

  Judgement totalLimit() {
    Limit total = share.whole();
    Weight usual = total.isUnlimited() ? Weight.UNLIKELY : Weight.POSSIBLE;
    return Judgement.of(
        total.compareTo(USUAL_TOTAL) < 0 ? Weight.FITS : usual,
        told("MaxInboundConnection " + total + " is the limit for all clients together"));
  }

  private String gives() {
    return "a source gets at most " + share.inWords();
  }

  private String told(String what) {
    return connector + ": " + what;
  }
}
