package org.relaycheck.connections;

import java.util.Optional;
import org.relaycheck.live.HostConnection;

/**
 * Where a connections file says that further hosts are registered.
 *
 * @param server the central management server
 * @param group the only group that is meant
 */
public record ServerRegistry(HostConnection server, Optional<String> group) {}
