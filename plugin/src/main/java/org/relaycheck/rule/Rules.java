package org.relaycheck.rule;

import java.util.List;

/** The rules that there are, one line a rule. */
public final class Rules {

  private static final List<Rule> ALL =
      List.of(
          Combination.authentication(),
          Combination.hubOnSmtpPort(),
          Combination.prerequisites(),
          new ConnectionTimeouts(),
          new EdgeGroups(),
          new FrontendSenderRights(),
          new HybridRelay(),
          new OpenRelay(),
          new PerSourceLimit(),
          new PortRoles(),
          new RangeOverlap(),
          new RelayTwoWays(),
          new UnusedAcknowledgementDelay());

  private Rules() {}

  public static List<Rule> all() {
    return ALL;
  }
}
