package org.relaycheck.explain.cause;

import java.util.Comparator;
import java.util.List;

/**
 * What the values that were read say about a cause.
 *
 * @param weight how they speak
 * @param seen the values, a sentence each, those that speak for it first
 */
public record CauseJudgement(Likelihood weight, List<String> seen) {

  public CauseJudgement {
    seen = List.copyOf(seen);
  }

  /** Nothing that was read says anything. */
  static CauseJudgement none() {
    return new CauseJudgement(Likelihood.POSSIBLE, List.of());
  }

  static CauseJudgement of(Likelihood weight, String seen) {
    return new CauseJudgement(weight, List.of(seen));
  }

  /** The same for a cause that nothing but a code points at: no value makes it fit. */
  CauseJudgement asPossible() {
    return weight.compareTo(Likelihood.POSSIBLE) < 0
        ? new CauseJudgement(Likelihood.POSSIBLE, seen)
        : this;
  }

  /**
   * Of several places: one where it fits is enough, and then the places that speak against it need
   * not be told.
   */
  static CauseJudgement any(List<CauseJudgement> places) {
    Likelihood best =
        places.stream().map(CauseJudgement::weight).min(Comparator.naturalOrder()).orElse(null);
    if (best == null) {
      return none();
    }
    Likelihood last = best == Likelihood.FITS ? Likelihood.POSSIBLE : Likelihood.EXCLUDED;
    return new CauseJudgement(
        best,
        places.stream()
            .filter(place -> place.weight().compareTo(last) <= 0)
            .sorted(Comparator.comparing(CauseJudgement::weight))
            .flatMap(place -> place.seen().stream())
            .toList());
  }
}
