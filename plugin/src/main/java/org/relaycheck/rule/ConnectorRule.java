package org.relaycheck.rule;

import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;

/** A rule that each receive connector of which the policy speaks keeps by itself. */
interface ConnectorRule extends ResourceRule {

  @Override
  default Catalogue kind() {
    return ReceiveConnectorRows.CATALOGUE;
  }
}
