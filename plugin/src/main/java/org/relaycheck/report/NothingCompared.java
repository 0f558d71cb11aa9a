package org.relaycheck.report;

/** What is told when a policy and the hosts that were asked have nothing in common. */
final class NothingCompared {

  static final String TEXT =
      "nothing was compared: no statement of the policy is for a host that was asked; add a"
          + " resource with 'hosts: EX01', or ask more hosts (relay.hosts)";

  private NothingCompared() {}
}
