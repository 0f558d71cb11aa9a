package org.relaycheck.rule;

import java.util.Optional;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;

/** A rule that each receive connector of which the policy speaks keeps by itself. */
interface ConnectorRule extends Rule {

  /** The breach of a connector, if there is one. */
  Optional<Breach> breach(Resource connector, Server server) throws NotKnown;

  @Override
  default void judge(World world, Ruling ruling) {
    for (Server server : world.servers()) {
      for (Resource connector : server.compared(ReceiveConnectorRows.CATALOGUE)) {
        ruling.of(connector, () -> breach(connector, server));
      }
    }
  }
}
