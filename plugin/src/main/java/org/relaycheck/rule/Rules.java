package org.relaycheck.rule;

import java.util.List;

/** The rules that there are, one line a rule. */
public final class Rules {

  private static final List<Rule> ALL =
      List.of(
          new AnsweringConnector(),
          new ConnectionTimeouts(),
          new PerSourceLimit(),
          new UnusedAcknowledgementDelay());

  private Rules() {}

  public static List<Rule> all() {
    return ALL;
  }
}
