package org.relaycheck.symptom;

import java.util.ArrayList;
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

  /** Of several places: one where it fits is enough. */
  static Judgement any(List<Judgement> places) {
    List<Judgement> sorted = new ArrayList<>(places);
    sorted.sort(Comparator.comparing(Judgement::weight));
    return sorted.isEmpty()
        ? none()
        : new Judgement(
            sorted.get(0).weight(), sorted.stream().flatMap(one -> one.seen().stream()).toList());
  }
}
