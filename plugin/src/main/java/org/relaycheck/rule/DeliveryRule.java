package org.relaycheck.rule;

import java.util.List;
import java.util.Optional;
import org.relaycheck.resource.mailaccounts.MailAccountRows;

/**
 * A rule about a mail account and the receive connector that answers it, kept by each account of
 * which the policy speaks, at every server that its mail may come to.
 */
interface DeliveryRule extends Rule {

  /** The breach of one delivery, if there is one. */
  Optional<Breach> breach(Delivery delivery) throws NotKnown;

  @Override
  default void judge(World world, Ruling ruling) {
    for (Server server : world.servers()) {
      for (Resource account : server.compared(MailAccountRows.CATALOGUE)) {
        judge(account, server, world, ruling);
      }
    }
  }

  private void judge(Resource account, Server sender, World world, Ruling ruling) {
    try {
      List<Delivery> deliveries = world.deliveries().of(account, sender);
      deliveries.forEach(delivery -> ruling.of(account, () -> breach(delivery)));
    } catch (NotKnown unknown) {
      ruling.of(
          account,
          () -> {
            throw unknown;
          });
    }
  }
}
