package org.relaycheck.rule;

import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.resource.mailaccounts.MailAccountRows;

/** A rule that each mail account of which the policy speaks keeps by itself. */
interface AccountRule extends ResourceRule {

  @Override
  default Catalogue kind() {
    return MailAccountRows.CATALOGUE;
  }
}
