package org.relaycheck.script;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one of a host's two scripts does about a resource.
 *
 * @param text in lines
 * @param needs what each setting waits for, by its name; under no name, what the rest does
 * @param cautions what to know before this script runs, beside the step's own, in sentences
 */
public record ScriptPart(String text, Map<String, Set<ScriptSwitch>> needs, List<String> cautions) {

  /** What stands for the resource as a whole, and for settings that are not named. */
  private static final String WHOLE = "";

  public ScriptPart {
    needs = Map.copyOf(needs);
    cautions = List.copyOf(cautions);
  }

  public ScriptPart(String text, Map<String, Set<ScriptSwitch>> needs) {
    this(text, needs, List.of());
  }

  /** A part that waits for nothing. */
  public static ScriptPart of(String text) {
    return new ScriptPart(text, Map.of());
  }

  /** A part all of which waits for the same. */
  public static ScriptPart of(String text, Set<ScriptSwitch> switches) {
    return new ScriptPart(text, Map.of(WHOLE, switches));
  }

  /** The same with sentences to read first. */
  public ScriptPart minding(List<String> sentences) {
    return new ScriptPart(text, needs, sentences);
  }

  /** All that some of it waits for. */
  Set<ScriptSwitch> switches() {
    Set<ScriptSwitch> all = EnumSet.noneOf(ScriptSwitch.class);
    needs.values().forEach(all::addAll);
    return all;
  }

  /** What a setting waits for; the empty name is the resource as a whole. */
  Set<ScriptSwitch> needs(String setting) {
    Set<ScriptSwitch> own = needs.get(setting);
    return own == null ? needs.getOrDefault(WHOLE, Set.of()) : own;
  }
}
