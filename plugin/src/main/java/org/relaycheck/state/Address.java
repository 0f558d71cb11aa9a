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
          .thenComparing(Address::host, Address::compareFolded)
          .thenComparing(Address::name, Address::compareFolded)
          .thenComparing(Address::host)
          .thenComparing(Address::name);

  private static final int NOT_ASCII = 0x80;

  /** A name as it is compared: upper case. */
  public static String folded(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  /**
   * As {@link #folded} names compare. Sorting a fleet compares names a million times, so plain
   * ASCII is compared where it stands; how a letter folds does not depend on its neighbours.
   */
  public static int compareFolded(String one, String other) {
    int common = Math.min(one.length(), other.length());
    for (int i = 0; i < common; i++) {
      char a = one.charAt(i);
      char b = other.charAt(i);
      if (a >= NOT_ASCII || b >= NOT_ASCII) {
        return folded(one).compareTo(folded(other));
      }
      int order = Character.compare(Character.toUpperCase(a), Character.toUpperCase(b));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.length(), other.length());
  }

  /** What two addresses of one resource have in common. */
  public Address key() {
    return new Address(kind, folded(host), folded(name));
  }

  @Override
  public int compareTo(Address other) {
    return ORDER.compare(this, other);
  }

  /** {@code HOST\Name}, as Exchange writes it, or as much of it as there is. */
  @Override
  public String toString() {
    return host.isEmpty() || name.isEmpty() ? host + name : host + "\\" + name;
  }
}
