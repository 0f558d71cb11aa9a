package org.relaycheck.rule;

import java.util.Optional;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.landscape.Account;
import org.relaycheck.landscape.NotKnown;
import org.relaycheck.landscape.Resource;
import org.relaycheck.resource.mailaccounts.MailAccountRows;

/** A rule that each mail account of which the policy speaks keeps by itself. */
public interface AccountRule extends ResourceRule {

  @Override
  default Catalogue kind() {
    return MailAccountRows.CATALOGUE;
  }

  /** The breach of one, if there is one. */
  Optional<Breach> breach(Account account) throws NotKnown;

  @Override
  default Optional<Breach> breachOf(Resource resource) throws NotKnown {
    return breach((Account) resource);
  }
}
