package org.relaycheck.state;

import java.util.Optional;

/**
 * Where a statement comes from.
 *
 * @param place where it stands
 * @param template the template it stands in, if any
 * @param baseline where the baseline stands that takes the template, if one does
 */
public record Origin(Place place, Optional<String> template, Optional<Place> baseline) {

  /** A statement that no baseline takes. */
  public Origin(Place place, Optional<String> template) {
    this(place, template, Optional.empty());
  }

  /** A statement that stands in no template. */
  public static Origin at(Place place) {
    return new Origin(place, Optional.empty());
  }

  /** The same statement, taken by the baseline that stands there. */
  public Origin takenAt(Place there) {
    return new Origin(place, template, Optional.of(there));
  }
}
