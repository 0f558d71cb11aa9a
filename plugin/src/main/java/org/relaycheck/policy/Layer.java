package org.relaycheck.policy;

import java.util.Set;

/**
 * How strong a file is among the files of a policy.
 *
 * @param position in the order of including: a file comes after what it includes, and a later
 *     include after an earlier
 * @param named whether the user named the file; all of those are equally strong
 * @param roots the numbers of the named files that lead to it
 */
record Layer(int position, boolean named, Set<Integer> roots) {

  Layer {
    roots = Set.copyOf(roots);
  }

  /** Whether what this file says holds against what the other says. */
  boolean over(Layer other) {
    if (named || other.named) {
      return named && !other.named;
    }
    return position > other.position && roots.stream().anyMatch(other.roots::contains);
  }
}
