package org.relaycheck.policy.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * How strong a file is among the files of a policy.
 *
 * @param positions by the number of each named file that leads to it, how late it comes: after what
 *     it includes, and a later include after an earlier
 * @param named whether the user named the file; all of those are equally strong
 */
public record FileLayer(Map<Integer, Integer> positions, boolean named) {

  public FileLayer {
    positions = Map.copyOf(positions);
  }

  /**
   * Whether what this file says holds against what the other says. Files that no named file brings
   * together, or that two of them bring in another order, are equally strong.
   */
  public boolean over(FileLayer other) {
    if (named || other.named) {
      return named && !other.named;
    }
    boolean together = false;
    for (Map.Entry<Integer, Integer> here : positions.entrySet()) {
      Integer there = other.positions.get(here.getKey());
      if (there != null && there >= here.getValue()) {
        return false;
      }
      together |= there != null;
    }
    return together;
  }

  /**
   * Those that no other is over; all of them if each has one over it, as where the order of files
   * goes round, for then none may win in silence.
   */
  public static <E> List<E> strong(List<E> all, BiPredicate<E, E> over) {
    List<E> strong = new ArrayList<>();
    for (E one : all) {
      if (all.stream().noneMatch(other -> over.test(other, one))) {
        strong.add(one);
      }
    }
    return strong.isEmpty() ? all : strong;
  }
}
