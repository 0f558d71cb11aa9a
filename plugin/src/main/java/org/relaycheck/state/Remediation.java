package org.relaycheck.state;

/** Who mends a difference. */
public enum Remediation {
  SCRIPT,
  BY_HAND
}
