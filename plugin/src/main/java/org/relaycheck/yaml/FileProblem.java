package org.relaycheck.policy;

import java.util.Comparator;
import org.relaycheck.state.Place;

/**
 * Something wrong in a file of ours.
 *
 * @param place where
 * @param text what, what is expected, and what to do, in the user's words
 */
public record Problem(Place place, String text) implements Comparable<Problem> {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::place).thenComparing(Problem::text);

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line:column text}, in which editors find the place. */
  @Override
  public String toString() {
    return place + "  " + text;
  }
}
