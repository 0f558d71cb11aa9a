package org.relaycheck.policy.read;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.relaycheck.state.Place;
import org.relaycheck.yaml.FileProblems;

/**
 * Something that several files may say, with the file that says it.
 *
 * @param layer the file
 * @param place where
 * @param value what
 * @param <E> what
 */
public record LayeredEntry<E>(FileLayer layer, Place place, E value) {

  /** What the strongest file says; equally strong ones that differ are a problem. */
  public static <E> Optional<E> strongest(
      List<LayeredEntry<E>> all, String subject, FileProblems problems) {
    List<LayeredEntry<E>> strong = strong(all);
    for (LayeredEntry<E> other : strong) {
      LayeredEntry<E> first = strong.get(0);
      if (!other.value.equals(first.value)) {
        problems.add(
            other.place,
            subject
                + " is not the same here as at "
                + first.place
                + ", which is equally strong; remove one of the two");
      }
    }
    return strong.stream().findFirst().map(LayeredEntry::value);
  }

  /** Those that no stronger file contradicts, sorted by place. */
  public static <E> List<LayeredEntry<E>> strong(List<LayeredEntry<E>> all) {
    // of 10 000 resources nearly all are stated in one file
    if (all.size() < 2) {
      return all;
    }
    return FileLayer.strong(all, (one, other) -> one.layer.over(other.layer)).stream()
        .sorted(Comparator.comparing(LayeredEntry::place))
        .toList();
  }
}
