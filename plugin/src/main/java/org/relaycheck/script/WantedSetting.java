package org.relaycheck.script;

import java.util.List;
import org.relaycheck.catalogue.Property;
import org.relaycheck.compare.Finding;
import org.relaycheck.state.Reading;
import org.relaycheck.state.expectation.Fix;

/**
 * What all findings about one setting of a resource come to.
 *
 * @param row the setting
 * @param reading what was found
 * @param fix what to write; by hand also if the findings want different values
 * @param findings those that the fix takes out of the world
 * @param <T> the setting's values
 */
public record WantedSetting<T>(
    Property<T> row, Reading<T> reading, Fix<T> fix, List<Finding> findings) {

  public WantedSetting {
    findings = List.copyOf(findings);
  }
}
