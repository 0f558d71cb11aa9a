package org.relaycheck.rule.account;

import java.util.Optional;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.kind.mailprofiles.MailProfileRows;
import org.relaycheck.landscape.ServerResource;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.rule.ResourceRule;
import org.relaycheck.rule.RuleBreach;

/** A rule that each mail profile of which the policy speaks keeps by itself. */
public interface ProfileRule extends ResourceRule {

  @Override
  default Catalogue kind() {
    return MailProfileRows.CATALOGUE;
  }

  /** The breach of one, if there is one. */
  Optional<RuleBreach> breach(ServerResource profile) throws NotKnownException;

  @Override
  default Optional<RuleBreach> breachOf(ServerResource resource) throws NotKnownException {
    return breach(resource);
  }
}
