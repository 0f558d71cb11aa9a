package org.relaycheck.policy.read;

import org.relaycheck.state.Addressed;

/**
 * A host that a resource or a baseline is meant for.
 *
 * @param host its key, as the connections spell it
 * @param server the name that it gives itself
 * @param addressed how it is meant
 */
public record TargetHost(String host, String server, Addressed addressed) {}
