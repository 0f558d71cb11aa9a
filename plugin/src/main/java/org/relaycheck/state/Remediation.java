package org.relaycheck.state;

/** Whether a script fixes a difference, or a person does. */
public enum Remediation {
  SCRIPT,
  BY_HAND
}
