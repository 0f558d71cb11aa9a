package org.relaycheck.rule;

import java.util.Optional;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.NotKnown;
import org.relaycheck.landscape.Resource;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;

/** A rule that each receive connector of which the policy speaks keeps by itself. */
public interface ConnectorRule extends ResourceRule {

  @Override
  default Catalogue kind() {
    return ReceiveConnectorRows.CATALOGUE;
  }

  /** The breach of one, if there is one. */
  Optional<Breach> breach(Connector connector) throws NotKnown;

  @Override
  default Optional<Breach> breachOf(Resource resource) throws NotKnown {
    return breach((Connector) resource);
  }
}
