package org.relaycheck.state;

/** How a statement came to a host, the most binding first. */
public enum Addressed {
  /** The policy names the host, or a group of which it is. */
  BY_NAME,
  /** The policy says "all", which some host has to answer for. */
  AS_ONE_OF_ALL,
  /** The policy says "all", and that there may be no such host. */
  AS_ONE_OF_ANY
}
