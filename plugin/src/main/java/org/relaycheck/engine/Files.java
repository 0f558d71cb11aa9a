package org.relaycheck.engine;

import java.util.Optional;
import org.relaycheck.policy.Connections;
import org.relaycheck.policy.ConnectionsReader;
import org.relaycheck.policy.HostPick;
import org.relaycheck.policy.PolicyException;
import org.relaycheck.policy.PolicyReader;
import org.relaycheck.state.Policy;

/**
 * The files of a request, read.
 *
 * @param connections how to ask the hosts
 * @param policy what must hold
 */
record Files(Connections connections, Policy policy) {

  /**
   * Reads them.
   *
   * @throws PolicyException all problems of all files
   */
  static Files read(Request request) throws PolicyException {
    PolicyReader reader = ResourceTypes.policyReader();
    Connections connections;
    try {
      connections = new ConnectionsReader().read(request.connections());
      new HostPick(request.hosts(), request.connections()).check(connections.hosts().values());
    } catch (PolicyException wrongConnections) {
      throw both(wrongConnections, reader, request);
    }
    return new Files(connections, reader.read(request.policies(), Optional.of(connections)));
  }

  private static PolicyException both(
      PolicyException wrongConnections, PolicyReader reader, Request request) {
    try {
      reader.read(request.policies(), Optional.empty());
      return wrongConnections;
    } catch (PolicyException wrongPolicy) {
      return wrongConnections.and(wrongPolicy);
    }
  }
}
