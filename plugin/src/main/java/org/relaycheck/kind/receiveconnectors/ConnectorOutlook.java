package org.relaycheck.kind.receiveconnectors;

import java.util.Optional;
import java.util.Set;
import org.relaycheck.catalogue.Property;

/** A connector's settings as they are, or as they would be. */
public interface ConnectorOutlook {

  /** The value of a setting; empty if it is empty or not known. */
  <T> Optional<T> value(Property<T> row);

  /** Whether a setting of several words has this one; not if it is not known. */
  default boolean has(Property<Set<String>> row, String word) {
    return value(row).filter(words -> words.contains(word)).isPresent();
  }

  /** Whether a setting of several words is known to lack this one. */
  default boolean lacks(Property<Set<String>> row, String word) {
    return value(row).filter(words -> !words.contains(word)).isPresent();
  }

  /** Whether a flag is known to be so. */
  default boolean is(Property<Boolean> row, boolean on) {
    return value(row).equals(Optional.of(on));
  }
}
