package org.relaycheck.rule.connector;

import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.landscape.Landscape;
import org.relaycheck.rule.BreachFacts;
import org.relaycheck.rule.Rule;
import org.relaycheck.rule.RuleFacts;
import org.relaycheck.rule.RuleResult;
import org.relaycheck.state.OwnedMember;

/** An address that is allowed until a day is looked at again before that day. */
public final class AllowanceEnding implements Rule {

  /** The days in which its owner can still be asked. */
  private static final int SOON = 30;

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          OwnedMember.RULES + "ending",
          "What the policy allows until a day has more than 30 days left",
          new RuleFacts.Grounds(
              "After its last day it fails every check, and who sends from it may need longer: in"
                  + " the last 30 days there is time to ask.",
              "Ask its owner whether it is needed any longer; then write another day as 'until', or"
                  + " take it out on that day (mvn relay:revoke).",
              "The policy's own 'until'"),
          ReceiveConnectorRows.REMOTE_IP_RANGES,
          BreachFacts.ALLOWED);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public void judge(Landscape landscape, RuleResult result) {
    new AllowanceDays(days -> days >= 0 && days <= SOON, "its owner asked")
        .judge(landscape, result);
  }
}
