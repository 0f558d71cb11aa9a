package org.relaycheck.state;

/** Who mends a difference. */
public enum Remedy {
  SCRIPT,
  BY_HAND
}
