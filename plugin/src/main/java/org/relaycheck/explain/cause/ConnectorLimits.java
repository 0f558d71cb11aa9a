package org.relaycheck.explain.cause;

import java.util.Optional;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.SourceShare;
import org.relaycheck.landscape.input.Known;
import org.relaycheck.value.Limit;

/**
 * How many connections a receive connector has for one client.
 *
 * @param connector the connector
 * @param share what the percentage gives one source beside the limit per source, at the usual load
 */
record ConnectorLimits(Connector connector, SourceShare share) {

  /** Fewer were reported to refuse bulk mail; from so many on, refusals have another reason. */
  private static final int HIGH = 100;

  /** The documented default. */
  private static final Limit USUAL_TOTAL = new Limit(5000);

  /** The limits of a connector; empty if one of them is not known. */
  static Optional<ConnectorLimits> of(Connector connector) {
    return Known.exactly(() -> SourceShare.of(connector))
        .value()
        .map(share -> new ConnectorLimits(connector, share));
  }

  private static boolean high(Limit limit) {
    return limit.most() >= HIGH;
  }

  CauseJudgement perSourceLimit() {
    if (!share.binds()) {
      String binds =
          "MaxInboundConnectionPerSource " + share.promised() + " is the limit for one client";
      return high(share.promised())
          ? CauseJudgement.of(Likelihood.UNLIKELY, told(binds + ", and high already"))
          : CauseJudgement.of(Likelihood.FITS, told(binds));
    }
    return CauseJudgement.of(
        Likelihood.UNLIKELY,
        told("MaxInboundConnectionPerSource " + share.promised() + " is not reached: " + gives()));
  }

  CauseJudgement percentageLimit() {
    if (!share.isKnown()) {
      return CauseJudgement.of(
          Likelihood.POSSIBLE,
          told(
              share.percent()
                  + " % of an unlimited MaxInboundConnection: what that comes to is not"
                  + " documented"));
    }
    if (share.binds()) {
      String binds = gives() + ", and that is the limit for one client";
      return high(share.most())
          ? CauseJudgement.of(Likelihood.UNLIKELY, told(binds + ", high already"))
          : CauseJudgement.of(Likelihood.FITS, told(binds));
    }
    return CauseJudgement.of(
        high(share.promised()) ? Likelihood.UNLIKELY : Likelihood.POSSIBLE,
        told(
            gives()
                + ": less as the server fills, and the next limit once"
                + " MaxInboundConnectionPerSource is raised from "
                + share.promised()));
  }

  CauseJudgement totalLimit() {
    Limit total = share.whole();
    Likelihood usual = total.isUnlimited() ? Likelihood.UNLIKELY : Likelihood.POSSIBLE;
    return CauseJudgement.of(
        total.compareTo(USUAL_TOTAL) < 0 ? Likelihood.FITS : usual,
        told("MaxInboundConnection " + total + " is the limit for all clients together"));
  }

  private String gives() {
    return "a source gets at most " + share.inWords();
  }

  private String told(String what) {
    return connector + ": " + what;
  }
}
