package org.relaycheck.symptom;

import java.util.Comparator;
import java.util.List;

/**
 * What the values that were read say about a cause.
 *
 * @param weight how they speak
 * @param seen the values, a sentence each, those that speak for it first
 */
public record Judgement(Weight weight, List<String> seen) {

  public Judgement {
    seen = List.copyOf(seen);
  }

  /** Nothing that was read says anything. */
  static Judgement none() {
    return new Judgement(Weight.POSSIBLE, List.of());
  }

  static Judgement of(Weight weight, String seen) {
    return new Judgement(weight, List.of(seen));
  }

  /** The same for a cause that nothing but a code points at: no value makes it fit. */
  Judgement asPossible() {
    return weight.compareTo(Weight.POSSIBLE) < 0 ? new Judgement(Weight.POSSIBLE, seen) : this;
  }

  /**
   * Of several places: one where it fits is enough, and then the places that speak against it need
   * not be told.
   */
  static Judgement any(List<Judgement> places) {
    Weight best =
        places.stream().map(Judgement::weight).min(Comparator.naturalOrder()).orElse(null);
    if (best == null) {
      return none();
    }
    Weight last = best == Weight.FITS ? Weight.POSSIBLE : Weight.EXCLUDED;
    return new Judgement(
        best,
        places.stream()
            .filter(place -> place.weight().compareTo(last) <= 0)
            .sorted(Comparator.comparing(Judgement::weight))
            .flatMap(place -> place.seen().stream())
            .toList());
  }
}
