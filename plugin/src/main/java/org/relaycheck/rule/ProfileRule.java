package org.relaycheck.rule;

import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.resource.mailprofiles.MailProfileRows;

/** A rule that each mail profile of which the policy speaks keeps by itself. */
interface ProfileRule extends ResourceRule {

  @Override
  default Catalogue kind() {
    return MailProfileRows.CATALOGUE;
  }
}
