package org.relaycheck.yaml;

import java.util.Comparator;
import org.relaycheck.state.Place;

/**
 * Something wrong in a file of ours.
 *
 * @param place where
 * @param text what, what is expected, and what to do, in the user's words
 */
public record FileProblem(Place place, String text) implements Comparable<FileProblem> {

  private static final Comparator<FileProblem> ORDER =
      Comparator.comparing(FileProblem::place).thenComparing(FileProblem::text);

  @Override
  public int compareTo(FileProblem other) {
    return ORDER.compare(this, other);
  }

  /** One that stands in no file. */
  public static FileProblem placeless(String text) {
    return new FileProblem(new Place("", 1, 1), text);
  }

  /** {@code file:line:column text}, in which editors find the place; the text alone without one. */
  @Override
  public String toString() {
    return place.file().isEmpty() ? text : place + "  " + text;
  }
}
