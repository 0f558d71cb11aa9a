package org.relaycheck.rule.delivery;

import java.util.List;
import java.util.Optional;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.landscape.Account;
import org.relaycheck.landscape.Delivery;
import org.relaycheck.landscape.Landscape;
import org.relaycheck.landscape.Server;
import org.relaycheck.landscape.ServerResource;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.Rule;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleResult;

/**
 * A rule about a mail account and the receive connector that answers it, kept by each account of
 * which the policy speaks, at every server that its mail may come to.
 */
public interface DeliveryRule extends Rule {

  /** The breach of one delivery, if there is one. */
  Optional<RuleBreach> breach(Delivery delivery) throws NotKnownException;

  @Override
  default void judge(Landscape landscape, RuleResult result) {
    boolean meets =
        landscape.servers().stream()
            .anyMatch(server -> server.mayHave(ReceiveConnectorRows.CATALOGUE));
    for (Server server : landscape.servers()) {
      for (ServerResource account : server.compared(MailAccountRows.CATALOGUE)) {
        judge((Account) account, landscape, meets, result);
      }
    }
  }

  /** Where there is no server that an account could meet, only who asked is told that. */
  private void judge(Account account, Landscape landscape, boolean meets, RuleResult result) {
    try {
      List<Delivery> deliveries = landscape.deliveries(account);
      deliveries.forEach(delivery -> result.of(account, () -> breach(delivery)));
    } catch (NotKnownException unknown) {
      RuleResult.Judgement none =
          () -> {
            throw unknown;
          };
      if (meets) {
        result.of(account, none);
      } else {
        result.ifAsked(account, none);
      }
    }
  }
}
