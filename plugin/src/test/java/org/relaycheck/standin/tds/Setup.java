package org.relaycheck.standin.tds;

/** What all connections of a server share. */
record Setup(Encryption encryption, TlsLayer tls, Script script, Journal journal) {}
