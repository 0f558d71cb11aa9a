package org.relaycheck.script;

import java.util.List;
import java.util.Set;

/** The shape that all scripts of one language have. */
public interface ScriptForm {

  /** The end of a script's file name, such as {@code sql}. */
  String extension();

  /** One line of comment, without its line end, which stays a comment whatever the text holds. */
  String comment(String text);

  /**
   * What stands before the first step, in lines: the guard against the wrong server is here.
   *
   * @param switches those that a step of the script waits for
   */
  String opening(ScriptHost host, Set<ScriptSwitch> switches);

  /**
   * What stands after the last step, in lines: a script of which a step stopped does not succeed.
   */
  String closing();

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
