package org.relaycheck.remedy;

import java.util.Set;

/**
 * What one of a host's two scripts does about a resource.
 *
 * @param text in lines
 * @param switches what some of it waits for
 */
public record Part(String text, Set<Switch> switches) {

  public Part {
    switches = Set.copyOf(switches);
  }

  /** A part that waits for nothing, or whose language has the switches anyway. */
  public static Part of(String text) {
    return new Part(text, Set.of());
  }
}
