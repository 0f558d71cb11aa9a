package org.relaycheck.rule;

import java.util.List;
import java.util.Optional;
import org.relaycheck.landscape.Account;
import org.relaycheck.landscape.Delivery;
import org.relaycheck.landscape.Landscape;
import org.relaycheck.landscape.NotKnown;
import org.relaycheck.landscape.Resource;
import org.relaycheck.landscape.Server;
import org.relaycheck.resource.mailaccounts.MailAccountRows;

/**
 * A rule about a mail account and the receive connector that answers it, kept by each account of
 * which the policy speaks, at every server that its mail may come to.
 */
public interface DeliveryRule extends Rule {

  /** The breach of one delivery, if there is one. */
  Optional<Breach> breach(Delivery delivery) throws NotKnown;

  @Override
  default void judge(Landscape landscape, Ruling ruling) {
    for (Server server : landscape.servers()) {
      for (Resource account : server.compared(MailAccountRows.CATALOGUE)) {
        judge((Account) account, landscape, ruling);
      }
    }
  }

  private void judge(Account account, Landscape landscape, Ruling ruling) {
    try {
      List<Delivery> deliveries = landscape.deliveries(account);
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
