package org.relaycheck.policy.read;

import java.util.List;
import org.relaycheck.catalogue.Property;

/**
 * A rule between settings, as far as a file of ours may speak of it.
 *
 * @param id what a policy and a waiver call it
 * @param ignorable whether a policy may say {@code ignore} of it
 * @param values the rows of which a waiver of it names values
 */
public record KnownRule(String id, boolean ignorable, List<Property<?>> values) {

  public KnownRule {
    values = List.copyOf(values);
  }

  /** An id for messages. */
  public static final String EXAMPLE = "per-source-limit";
}
