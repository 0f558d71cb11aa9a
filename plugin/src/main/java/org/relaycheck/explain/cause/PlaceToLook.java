package org.relaycheck.explain.cause;

import java.util.Optional;
import org.relaycheck.catalogue.Property;

/**
 * Something to look at, and what to set there.
 *
 * @param setting the row of the setting; empty for what no policy can state
 * @param advice what to look for, and what to set
 */
public record PlaceToLook(Optional<Property<?>> setting, String advice) {

  static PlaceToLook at(Property<?> setting, String advice) {
    return new PlaceToLook(Optional.of(setting), advice);
  }

  /** At something that is no setting of ours. */
  static PlaceToLook elsewhere(String advice) {
    return new PlaceToLook(Optional.empty(), advice);
  }
}
