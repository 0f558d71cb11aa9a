package org.relaycheck.rule;

import java.util.Optional;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.landscape.NotKnown;
import org.relaycheck.landscape.Resource;
import org.relaycheck.resource.mailprofiles.MailProfileRows;

/** A rule that each mail profile of which the policy speaks keeps by itself. */
public interface ProfileRule extends ResourceRule {

  @Override
  default Catalogue kind() {
    return MailProfileRows.CATALOGUE;
  }

  /** The breach of one, if there is one. */
  Optional<Breach> breach(Resource profile) throws NotKnown;

  @Override
  default Optional<Breach> breachOf(Resource resource) throws NotKnown {
    return breach(resource);
  }
}
