package org.relaycheck.engine;

import java.util.List;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.resource.mailaccounts.MailAccountRows;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;

/** The kinds of resources that there are, one line a kind. */
public final class ResourceTypes {

  private static final List<Catalogue> CATALOGUES =
      List.of(ReceiveConnectorRows.CATALOGUE, MailAccountRows.CATALOGUE);

  private ResourceTypes() {}

  public static List<Catalogue> catalogues() {
    return CATALOGUES;
  }
}
