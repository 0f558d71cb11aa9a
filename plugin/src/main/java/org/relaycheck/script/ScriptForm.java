package org.relaycheck.script;

import java.util.List;
import java.util.Set;

/** The shape that all scripts of one language have. */
public interface ScriptForm {

  /** The end of a script's file name, such as {@code sql}. */
  String extension();

  /** One line of comment, without its line end, which stays a comment whatever the text holds. */
  String comment(String text);

  /** How a script is given these switches, such as {@code -AllowNarrowing}; empty for none. */
  String given(Set<ScriptSwitch> switches);

  /**
   * The whole text behind the head, in lines, with the guard against the wrong server; a script of
   * which a step stopped does not succeed.
   *
   * @param switches those that a step of the script waits for
   * @param preludes what the steps need and is said once, a kind each
   * @param steps each with its comments
   */
  List<String> body(
      ScriptHost host, Set<ScriptSwitch> switches, List<String> preludes, List<String> steps);

  /**
   * The line that runs a script, without what needs a switch.
   *
   * @param file the script's name
   * @param switches those that a step of it waits for
   */
  String command(String file, ScriptHost host, Set<ScriptSwitch> switches);

  /** Whether one script may run those of several servers from one place. */
  boolean together(ScriptHost host);

  /**
   * How to run a script, in sentences.
   *
   * @param file the script's name
   * @param switches those that a step of it waits for
   */
  List<String> usage(String file, ScriptHost host, Set<ScriptSwitch> switches);

  /**
   * The steps of all kinds in the order in which a script takes them; a rollback goes the other
   * way.
   *
   * @param remediations a kind each, in the order in which they are fixed
   */
  default List<ScriptStep> ordered(List<KindRemediation> remediations) {
    return remediations.stream().flatMap(remediation -> remediation.steps().stream()).toList();
  }
}
