package org.relaycheck.standin.tsql;

/** What a procedure may do instead of its work. */
public enum Fault {
  NONE,
  /** It returns 0 and has done nothing. */
  NOTHING_DONE,
  /** It returns 1 and raises no error. */
  REFUSED,
  /** It does its work, and changes what nobody asked for. */
  TOO_MUCH,
  /** It does its work, and unlinks the credential. */
  PASSWORD_LOST,
  /** It does its work, returns 0, and then the server has an error. */
  ERROR
}
