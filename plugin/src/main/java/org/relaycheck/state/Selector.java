package org.relaycheck.state;

import java.util.List;

/** The resources that a {@link Desired} speaks of, always of one host. */
public sealed interface Selector {

  String kind();

  /** The host's key in the connections, in the connections' spelling. */
  String host();

  /** How the policy came to the host. */
  Addressed addressed();

  /** Whether the policy said "all": then a host that was read and has no such kind is left out. */
  default boolean everywhere() {
    return addressed() != Addressed.BY_NAME;
  }

  /** One resource by its exact name, without case. */
  record Named(Address address, Addressed addressed) implements Selector {
    @Override
    public String kind() {
      return address.kind();
    }

    @Override
    public String host() {
      return address.host();
    }
  }

  /**
   * Whatever is there and fits.
   *
   * @param baseline the name of the template that it must hold to
   * @param where what must be observed for a resource to be meant
   */
  record Where(
      String kind, String host, Addressed addressed, String baseline, List<Statement<?>> where)
      implements Selector {
    public Where {
      where = List.copyOf(where);
    }
  }
}
