package org.relaycheck.resource.mailaccounts;

import java.util.List;
import java.util.Optional;
import org.relaycheck.remedy.ByHand;
import org.relaycheck.remedy.Step;

/**
 * What is to be done about one account.
 *
 * @param step what a script does; empty if it does nothing
 * @param byHand what a person does
 */
record AccountPlan(Optional<Step> step, List<ByHand> byHand) {

  AccountPlan {
    byHand = List.copyOf(byHand);
  }
}
