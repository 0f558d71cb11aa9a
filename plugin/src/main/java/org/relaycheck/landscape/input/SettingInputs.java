package org.relaycheck.landscape.input;

import org.relaycheck.catalogue.Property;
import org.relaycheck.value.Raw;

/** What is known of the settings of one resource. */
public interface SettingInputs {

  /** What is known of a setting. */
  <T> Known<T> of(Property<T> row);

  /** Whether the answer speaks of a setting, be it only to say why it was not read. */
  boolean mentions(Property<?> row);

  /** A setting as it is spelled, or as a script would spell it; unread where it is not known. */
  default <T> Raw spelled(Property<T> row) {
    return of(row) instanceof Known.Exactly<T> exactly
        ? exactly.value().map(v -> Raw.text(row.type().show(v))).orElseGet(Raw.Empty::new)
        : new Raw.Unread(row + " is not known");
  }

  /** Whether a fix of the policy would change it. */
  default boolean changed(Property<?> row) {
    return false;
  }
}
