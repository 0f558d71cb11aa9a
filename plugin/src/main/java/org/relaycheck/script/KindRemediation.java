package org.relaycheck.script;

import java.util.List;

/**
 * How the resources of one kind on one host are fixed.
 *
 * @param prelude what the steps need and is said once, in lines: variables, functions
 * @param outage what stops while the steps run and after, in a sentence
 * @param limits what the steps need of a login and will not do, in sentences
 * @param steps what is scripted, a resource each, sorted
 * @param byHand what is not
 */
public record KindRemediation(
    String prelude,
    String outage,
    List<String> limits,
    List<ScriptStep> steps,
    List<ByHand> byHand) {

  public KindRemediation {
    limits = List.copyOf(limits);
    steps = List.copyOf(steps);
    byHand = List.copyOf(byHand);
  }
}
