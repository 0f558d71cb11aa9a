package org.relaycheck.standin.tsql;

/** What a login may do with credentials. */
public enum Credentials {
  /** ALTER ANY CREDENTIAL, or sysadmin. */
  ALTER,
  /** VIEW ANY DEFINITION. */
  VIEW,
  /** db_owner of msdb and no more: sys.credentials looks empty. */
  UNSEEN;

  boolean seen() {
    return this != UNSEEN;
  }
}
