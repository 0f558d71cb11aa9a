package org.relaycheck.rule.connector;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.TLS_DOMAIN_CAPABILITIES;

import java.util.Optional;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.ExchangeOnline;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;

/** A server of hybrid mail flow is not so old that Exchange Online slows it down. */
public final class HybridVersionThrottled implements ConnectorRule {

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "hybrid-version-throttled",
          "A server whose connector is for hybrid mail flow is newer than Exchange 2013",
          new RuleFacts.Grounds(
              "Exchange Online slows down what old Exchange servers send to it by hybrid mail flow"
                  + " (450 4.7.230), and then blocks it (550 5.7.230): bulk mail of a relay on such"
                  + " a server waits in its queue, or comes back. Servers up to Exchange 2013 are"
                  + " known to be met; later ones are if they lack updates, which is not looked"
                  + " at.",
              "Update the server, or let the mail take another way. To gain time an administrator"
                  + " of the tenant can pause it for up to 90 days a year:"
                  + " New-TenantExemptionInfo.",
              "Exchange Team blog 3815328 and 4007169; published accounts of the versions. That a"
                  + " connector with TlsDomainCapabilities is one of hybrid mail flow is"
                  + " concluded"),
          TLS_DOMAIN_CAPABILITIES);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public Optional<RuleBreach> breach(Connector connector) throws NotKnownException {
    return ExchangeOnline.throttling(connector)
        .flatMap(found -> RuleBreach.of(found, "a newer server for hybrid mail flow"));
  }
}
