package org.relaycheck.policy;

/** Where lines about settings stand, which decides what they may say. */
enum Use {
  /** A resource or a template: what must hold. */
  SETTING,
  /** Under {@code create}: what only creating a resource takes. */
  CREATE,
  /** Under {@code where} of a baseline: what selects resources. */
  WHERE
}
