package org.relaycheck.rule.connector;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MAX_LOCAL_HOP_COUNT;

import java.util.Optional;
import org.relaycheck.kind.receiveconnectors.ExchangeReleases;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;
import org.relaycheck.state.Statement;
import org.relaycheck.value.Seen;

/** A policy states a MaxLocalHopCount that survives an update. */
public final class LocalHopCountReset implements ConnectorRule {

  /** What setup writes. */
  private static final long WRITTEN = 5;

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "local-hop-count-reset",
          "A stated MaxLocalHopCount is one that an update leaves alone",
          new RuleFacts.Grounds(
              "Setup of Exchange 2013 sets MaxLocalHopCount to 5 on every connector of the server"
                  + " that has more than 1, so another value comes back as drift after an update.",
              "State 5, or 1, or 0 for no limit, or a range that holds 5; or accept the drift after"
                  + " each update.",
              "Reported of setup of Exchange 2013 by practical365.com (receive connector"
                  + " conflicts); whether later versions do the same is not documented"),
          MAX_LOCAL_HOP_COUNT);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public Optional<RuleBreach> breach(Connector connector) throws NotKnownException {
    Optional<Statement<Long>> stated = connector.stated(MAX_LOCAL_HOP_COUNT);
    if (stated.isEmpty() || stated.get().wanted().accepts(Seen.of(WRITTEN))) {
      return Optional.empty();
    }
    if (small(stated.get()) || !connector.server().since(ExchangeReleases.EXCHANGE_2013)) {
      return Optional.empty();
    }
    return RuleBreach.of(
            "the policy states MaxLocalHopCount "
                + stated.get().show()
                + ", and setup of Exchange 2013 sets what is above 1 to "
                + WRITTEN,
            "MaxLocalHopCount " + WRITTEN)
        .map(breach -> breach.by());
  }

  private static boolean small(Statement<Long> stated) {
    return stated.wanted().accepts(Seen.of(0L)) || stated.wanted().accepts(Seen.of(1L));
  }
}
