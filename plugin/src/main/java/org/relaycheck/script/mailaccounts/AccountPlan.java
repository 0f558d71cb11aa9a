package org.relaycheck.script.mailaccounts;

import java.util.List;
import java.util.Optional;
import org.relaycheck.script.ByHand;
import org.relaycheck.script.ScriptStep;

/**
 * What is to be done about one account.
 *
 * @param step what a script does; empty if it does nothing
 * @param byHand what a person does
 */
record AccountPlan(Optional<ScriptStep> step, List<ByHand> byHand) {

  AccountPlan {
    byHand = List.copyOf(byHand);
  }
}
