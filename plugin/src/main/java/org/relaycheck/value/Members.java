package org.relaycheck.value;

/**
 * The members of a set value, as {@code contains} and {@code excludes} need them.
 *
 * @param <T> the set
 */
public interface Members<T> {

  /** Whether every member of the part is in the whole. */
  boolean covers(T whole, T part);

  /** Whether the two have no member in common. */
  boolean disjoint(T a, T b);

  /** All members of both. */
  T union(T a, T b);

  /** The members of the first that are not in the second. */
  T minus(T a, T b);

  /** Whether there is no member. */
  boolean isEmpty(T set);
}
