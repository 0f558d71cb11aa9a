package org.relaycheck.remedy;

import java.util.List;
import java.util.Set;

/**
 * What one of a host's two scripts does about a resource.
 *
 * @param text in lines
 * @param switches what some of it waits for
 * @param cautions what to know before this script runs, beside the step's own, in sentences
 */
public record Part(String text, Set<Switch> switches, List<String> cautions) {

  public Part {
    switches = Set.copyOf(switches);
    cautions = List.copyOf(cautions);
  }

  public Part(String text, Set<Switch> switches) {
    this(text, switches, List.of());
  }

  /** A part that waits for nothing, or whose language has the switches anyway. */
  public static Part of(String text) {
    return new Part(text, Set.of());
  }

  /** The same with sentences to read first. */
  public Part minding(List<String> sentences) {
    return new Part(text, switches, sentences);
  }
}
