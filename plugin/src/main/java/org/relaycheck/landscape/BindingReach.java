package org.relaycheck.landscape;

/** How closely a binding names the address that is called, ascending. */
enum BindingReach {
  NONE,
  /** By listening on every address of the server. */
  ANY_ADDRESS,
  /** By listening on this very address, to which the system prefers it. */
  THIS_ADDRESS
}
