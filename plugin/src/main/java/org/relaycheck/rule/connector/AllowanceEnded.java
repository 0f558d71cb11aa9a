package org.relaycheck.rule.connector;

import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.landscape.Landscape;
import org.relaycheck.rule.BreachFacts;
import org.relaycheck.rule.Rule;
import org.relaycheck.rule.RuleFacts;
import org.relaycheck.rule.RuleResult;
import org.relaycheck.state.OwnedMember;

/** No address is allowed longer than was agreed to. */
public final class AllowanceEnded implements Rule {

  private static final RuleFacts FACTS =
      RuleFacts.harm(
          OwnedMember.RULES + "ended",
          "Nothing that the policy allows until a day is allowed after it",
          new RuleFacts.Grounds(
              "An address that may relay and that nobody needs any more is one that somebody else"
                  + " gets some day, with the right to relay.",
              "Take it out of the policy (mvn relay:revoke) and run the script, or agree on another"
                  + " day with its owner and write that as 'until'.",
              "The policy's own 'until'"),
          ReceiveConnectorRows.REMOTE_IP_RANGES,
          BreachFacts.ALLOWED);

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public void judge(Landscape landscape, RuleResult result) {
    new AllowanceDays(days -> days < 0, "taken out, or another day agreed on")
        .judge(landscape, result);
  }
}
