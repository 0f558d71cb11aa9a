package org.relaycheck.rule.account;

import java.util.Optional;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.landscape.Account;
import org.relaycheck.landscape.ServerResource;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.ResourceRule;
import org.relaycheck.rule.RuleBreach;

/** A rule that each mail account of which the policy speaks keeps by itself. */
public interface AccountRule extends ResourceRule {

  @Override
  default Catalogue kind() {
    return MailAccountRows.CATALOGUE;
  }

  /** The breach of one, if there is one. */
  Optional<RuleBreach> breach(Account account) throws NotKnownException;

  @Override
  default Optional<RuleBreach> breachOf(ServerResource resource) throws NotKnownException {
    return breach((Account) resource);
  }
}
