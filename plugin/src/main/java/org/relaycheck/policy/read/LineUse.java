package org.relaycheck.policy.read;

/** Where lines about settings stand, which decides what they may say. */
public enum LineUse {
  /** A resource or a template: what must hold. */
  SETTING,
  /** Under {@code create}: what only creating a resource takes. */
  CREATE,
  /** Under {@code where} of a baseline: what selects resources. */
  WHERE
}
