package org.relaycheck.goal;

import java.nio.file.Path;
import java.util.Optional;
import org.relaycheck.connections.ConnectionsReader;
import org.relaycheck.connections.ServerRegistry;
import org.relaycheck.live.register.RegisteredServers;
import org.relaycheck.live.register.ServerRegister;
import org.relaycheck.yaml.PolicyException;

/** The hosts that a connections file does not list itself, asked for once in a run. */
public final class RegisteredHosts {

  private RegisteredHosts() {}

  /**
   * Asks for them, if the file wants that; what is wrong with it is for the goal to say.
   *
   * @param connections which need not be there
   */
  public static RegisteredServers of(Path connections, ServerRegister register) {
    try {
      Optional<ServerRegistry> wanted = new ConnectionsReader().registry(connections);
      return wanted
          .map(one -> register.registered(one.server(), one.group()))
          .orElseGet(RegisteredServers.Unasked::new);
    } catch (PolicyException wrong) {
      return new RegisteredServers.Unasked();
    }
  }
}
