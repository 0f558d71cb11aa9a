package org.relaycheck.remedy;

import java.util.List;
import org.relaycheck.catalogue.Property;
import org.relaycheck.drift.Finding;
import org.relaycheck.state.Mend;
import org.relaycheck.state.Reading;

/**
 * What all findings about one setting of a resource come to.
 *
 * @param row the setting
 * @param reading what was found
 * @param mend what to write; by hand also if the findings want different values
 * @param findings those that the mend takes out of the world
 * @param <T> the setting's values
 */
public record Wish<T>(Property<T> row, Reading<T> reading, Mend<T> mend, List<Finding> findings) {

  public Wish {
    findings = List.copyOf(findings);
  }
}
