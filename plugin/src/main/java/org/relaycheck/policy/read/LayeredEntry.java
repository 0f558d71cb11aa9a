package org.relaycheck.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.relaycheck.state.Place;

/**
 * Something that several files may say, with the file that says it.
 *
 * @param layer the file
 * @param place where
 * @param value what
 * @param <E> what
 */
record Layered<E>(Layer layer, Place place, E value) {

  /** What the strongest file says; equally strong ones that differ are a problem. */
  static <E> Optional<E> strongest(List<Layered<E>> all, String subject, Problems problems) {
    List<Layered<E>> strong = strong(all);
    for (Layered<E> other : strong) {
      Layered<E> first = strong.get(0);
      if (!other.value.equals(first.value)) {
        problems.add(
            other.place,
            subject
                + " is not the same here as at "
                + first.place
                + ", which is equally strong; remove one of the two");
      }
    }
    return strong.stream().findFirst().map(Layered::value);
  }

  /** Those that no stronger file contradicts, sorted by place. */
  static <E> List<Layered<E>> strong(List<Layered<E>> all) {
    // of 10 000 resources nearly all are stated in one file
    if (all.size() < 2) {
      return all;
    }
    return Layer.strong(all, (one, other) -> one.layer.over(other.layer)).stream()
        .sorted(Comparator.comparing(Layered::place))
        .toList();
  }
}
