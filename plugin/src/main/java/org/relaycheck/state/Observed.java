package org.relaycheck.state;

import java.util.Map;
import org.relaycheck.catalogue.Property;

/**
 * A resource as it was found. A row that is neither in the settings nor among the unread ones was
 * not mentioned, and counts as unread.
 *
 * @param address its address, with the name as the system spells it
 * @param settings what was read
 * @param unread rows that were asked for and not read, each with the reason
 * @param change its last change
 */
public record Observed(
    Address address, Settings settings, Map<Property<?>, String> unread, LastChange change) {

  public Observed {
    unread = Map.copyOf(unread);
  }
}
