package org.relaycheck.policy;

/**
 * A host that a resource or a baseline is meant for.
 *
 * @param host its key, as the connections spell it
 * @param server the name that it gives itself
 * @param everywhere whether it is meant only as one of all
 */
record Target(String host, String server, boolean everywhere) {}
