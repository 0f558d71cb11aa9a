package org.relaycheck.script;

import org.relaycheck.state.HostState;

/**
 * A host that was read, and may be fixed.
 *
 * @param key its key in the connections
 * @param server the name that the server gives itself, which a script asks for first
 * @param address where a tool of the system reaches it; its name, where nobody knows better
 * @param state what it answered
 */
public record ScriptHost(String key, String server, String address, HostState.Read state) {

  /** One that is reached by its name. */
  public ScriptHost(String key, String server, HostState.Read state) {
    this(key, server, server, state);
  }
}
