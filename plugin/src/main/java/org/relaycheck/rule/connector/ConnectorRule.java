package org.relaycheck.rule.connector;

import java.util.Optional;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.ServerResource;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.ResourceRule;
import org.relaycheck.rule.RuleBreach;

/** A rule that each receive connector of which the policy speaks keeps by itself. */
public interface ConnectorRule extends ResourceRule {

  @Override
  default Catalogue kind() {
    return ReceiveConnectorRows.CATALOGUE;
  }

  /** The breach of one, if there is one. */
  Optional<RuleBreach> breach(Connector connector) throws NotKnownException;

  @Override
  default Optional<RuleBreach> breachOf(ServerResource resource) throws NotKnownException {
    return breach((Connector) resource);
  }
}
