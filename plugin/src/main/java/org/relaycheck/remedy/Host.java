package org.relaycheck.remedy;

import org.relaycheck.state.HostState;

/**
 * A host that was read, and may be mended.
 *
 * @param key its key in the connections
 * @param server the name that the server gives itself, which a script asks for first
 * @param state what it answered
 */
public record Host(String key, String server, HostState.Read state) {}
