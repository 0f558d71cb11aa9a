package org.relaycheck.state;

import java.util.Comparator;
import java.util.Locale;

/**
 * What names a resource: its kind, its host and its own name. Order and sameness ignore case first,
 * as both systems do.
 *
 * @param kind the kind's key in a policy
 * @param host the host's key in the connections
 * @param name the resource's name
 */
public record Address(String kind, String host, String name) implements Comparable<Address> {

  private static final Comparator<Address> ORDER =
      Comparator.comparing(Address::kind)
          .thenComparing(address -> folded(address.host))
          .thenComparing(address -> folded(address.name))
          .thenComparing(Address::host)
          .thenComparing(Address::name);

  /** A name as it is compared: upper case. */
  public static String folded(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  /** What two addresses of one resource have in common. */
  public Address key() {
    return new Address(kind, folded(host), folded(name));
  }

  @Override
  public int compareTo(Address other) {
    return ORDER.compare(this, other);
  }

  /** {@code HOST\Name}, as Exchange writes it. */
  @Override
  public String toString() {
    return host + "\\" + name;
  }
}
