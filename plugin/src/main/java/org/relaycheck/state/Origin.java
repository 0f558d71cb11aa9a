package org.relaycheck.state;

import java.util.Optional;

/**
 * Where a statement comes from.
 *
 * @param place where it stands
 * @param template the template it stands in, if any
 */
public record Origin(Place place, Optional<String> template) {

  /** A statement that stands in no template. */
  public static Origin at(Place place) {
    return new Origin(place, Optional.empty());
  }
}
