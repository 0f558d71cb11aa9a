package org.relaycheck.live;

/** A port to something that can be asked about hosts. Never throws for a source that is down. */
public interface Source {

  /** Asks what a connection leads to. */
  Asked ask(Connection connection);
}
