package org.relaycheck.rule.connector;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MAX_INBOUND_CONNECTION;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MAX_INBOUND_CONNECTION_PERCENTAGE_PER_SOURCE;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MAX_INBOUND_CONNECTION_PER_SOURCE;

import java.util.Optional;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.SourceShare;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.BreachFacts;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;
import org.relaycheck.value.Limit;

/** What one client may have open at once is what MaxInboundConnectionPerSource says. */
public final class PerSourceLimit implements ConnectorRule {

  /** The percentage that a connector has when nobody set it, on all but one of those of setup. */
  private static final long USUAL = 2;

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "per-source-limit",
          "One client may open as many connections as MaxInboundConnectionPerSource says",
          new RuleFacts.Grounds(
              "Exchange limits the connections of one client twice: by"
                  + " MaxInboundConnectionPerSource, and by"
                  + " MaxInboundConnectionPercentagePerSource, a percentage of the connections that"
                  + " remain of MaxInboundConnection. Where the percentage gives less, raising the"
                  + " other changes nothing, and a bulk sender still gets 421 4.3.2.",
              "Raise MaxInboundConnectionPercentagePerSource with"
                  + " MaxInboundConnectionPerSource; a host's 'usualLoad' in the connections counts"
                  + " what others keep open.",
              "Set-ReceiveConnector reference and message throttling guide, for the two limits."
                  + " That the smaller one binds, whether a client's own connections count, and how"
                  + " a percentage is rounded is not documented: only what holds in any case is"
                  + " reported, and the smaller numbers as approximate"),
          MAX_INBOUND_CONNECTION_PER_SOURCE,
          MAX_INBOUND_CONNECTION_PERCENTAGE_PER_SOURCE,
          MAX_INBOUND_CONNECTION,
          BreachFacts.USUAL_LOAD);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public Optional<RuleBreach> breach(Connector connector) throws NotKnownException {
    Limit wanted = connector.least(MAX_INBOUND_CONNECTION_PER_SOURCE);
    long percent = connector.most(MAX_INBOUND_CONNECTION_PERCENTAGE_PER_SOURCE);
    if (wanted.isUnlimited() && percent > USUAL) {
      return Optional.empty(); // who leaves the one out and sets the other limits by the other
    }
    if (percent >= SourceShare.ALL) {
      return Optional.empty();
    }
    SourceShare share = SourceShare.of(connector);
    return share
        .shortfall()
        .flatMap(found -> RuleBreach.of(found, share.enough()))
        .map(breach -> breach.with(BreachFacts.USUAL_LOAD, share.load()));
  }
}
