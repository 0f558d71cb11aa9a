package org.relaycheck.standin.tds;

/**
 * Who logged in, and how.
 *
 * @param readOnly whether the client declared applicationIntent=ReadOnly
 * @param tls the TLS version that protected the login packet, or "" if it came in plain text
 */
public record Login(
    String user,
    String password,
    String application,
    String database,
    boolean readOnly,
    String tls) {}
