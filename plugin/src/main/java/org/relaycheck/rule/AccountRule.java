package org.relaycheck.rule;

import java.util.Optional;
import org.relaycheck.resource.mailaccounts.MailAccountRows;

/** A rule that each mail account of which the policy speaks keeps by itself. */
interface AccountRule extends Rule {

  /** The breach of an account, if there is one. */
  Optional<Breach> breach(Resource account, Server server) throws NotKnown;

  @Override
  default void judge(World world, Ruling ruling) {
    for (Server server : world.servers()) {
      for (Resource account : server.compared(MailAccountRows.CATALOGUE)) {
        ruling.of(account, () -> breach(account, server));
      }
    }
  }
}
