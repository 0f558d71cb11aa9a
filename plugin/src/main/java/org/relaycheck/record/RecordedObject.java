package org.relaycheck.record;

import java.util.Map;
import java.util.Optional;
import org.relaycheck.value.Raw;

/**
 * What a file of people's holds of one object.
 *
 * @param line where it begins, from 1
 * @param values by the names of its properties, of which none is here twice in whatever case
 * @param place its distinguished name, whatever was lost where it wraps
 * @param command what asked for it
 */
record RecordedObject(
    int line, Map<String, Raw> values, Optional<String> place, Optional<String> command) {

  private static final String PLACE = "DistinguishedName";

  /** An object of which no value is wrapped. */
  static RecordedObject of(int line, Map<String, Raw> values, Optional<String> command) {
    Optional<String> place =
        Optional.ofNullable(values.get(PLACE)).filter(Raw.Text.class::isInstance).map(Raw::shown);
    return new RecordedObject(line, values, place, command);
  }
}
