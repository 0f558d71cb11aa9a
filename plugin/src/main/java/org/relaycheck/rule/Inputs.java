package org.relaycheck.rule;

import org.relaycheck.catalogue.Property;

/** What is known of the settings of one resource. */
interface Inputs {

  /** What is known of a setting. */
  <T> Input<T> of(Property<T> row);

  /** Whether the answer speaks of a setting, be it only to say why it was not read. */
  boolean mentions(Property<?> row);

  /** Whether a mend of the policy would change it. */
  default boolean changed(Property<?> row) {
    return false;
  }
}
