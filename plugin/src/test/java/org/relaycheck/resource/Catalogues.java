package org.relaycheck.resource;

import java.util.List;
import java.util.stream.Stream;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Property;
import org.relaycheck.resource.mailaccounts.MailAccountRows;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;

/** Every table, for tests of what must hold for all of them. */
public final class Catalogues {

  public static final List<Catalogue> ALL =
      List.of(MailAccountRows.CATALOGUE, ReceiveConnectorRows.CATALOGUE);

  private Catalogues() {}

  /** Every row of every table. */
  public static Stream<Property<?>> rows() {
    return ALL.stream().flatMap(catalogue -> catalogue.rows().stream());
  }
}
