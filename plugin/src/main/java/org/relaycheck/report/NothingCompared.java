package org.relaycheck.report;

/** What is told when a policy and the hosts that were asked have nothing in common. */
final class NothingCompared {

  static final String TEXT =
      "nothing was compared: the policy states nothing that the hosts which were asked could answer;"
          + " expected is a resource with 'hosts:' that names one of them, such as 'hosts: EX01';"
          + " name one, or ask more hosts (relay.hosts)";

  private NothingCompared() {}
}
