package org.relaycheck.script;

import java.util.List;
import java.util.Set;

/**
 * What one of a host's two scripts does about a resource.
 *
 * @param text in lines
 * @param switches what some of it waits for
 * @param cautions what to know before this script runs, beside the step's own, in sentences
 */
public record ScriptPart(String text, Set<ScriptSwitch> switches, List<String> cautions) {

  public ScriptPart {
    switches = Set.copyOf(switches);
    cautions = List.copyOf(cautions);
  }

  public ScriptPart(String text, Set<ScriptSwitch> switches) {
    this(text, switches, List.of());
  }

  /** A part that waits for nothing, or whose language has the switches anyway. */
  public static ScriptPart of(String text) {
    return new ScriptPart(text, Set.of());
  }

  /** The same with sentences to read first. */
  public ScriptPart minding(List<String> sentences) {
    return new ScriptPart(text, switches, sentences);
  }
}
