package org.relaycheck.kind;

import java.util.List;
import java.util.stream.Stream;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Property;
import org.relaycheck.goal.ResourceKinds;

/** Every table, for tests of what must hold for all of them. */
public final class Catalogues {

  public static final List<Catalogue> ALL = ResourceKinds.catalogues();

  private Catalogues() {}

  /** Every row of every table. */
  public static Stream<Property<?>> rows() {
    return ALL.stream().flatMap(catalogue -> catalogue.rows().stream());
  }
}
