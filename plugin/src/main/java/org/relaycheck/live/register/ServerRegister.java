package org.relaycheck.live.register;

import java.util.Optional;
import org.relaycheck.live.HostConnection;

/** A port to the servers that are registered at another. Never throws for a system that is down. */
public interface ServerRegister {

  /**
   * Reads which servers there are.
   *
   * @param group the group to read, with those inside it; empty for all
   */
  RegisteredServers registered(HostConnection server, Optional<String> group);
}
