package org.relaycheck.standin.powershell;

/** Something that is not in the subset of PowerShell that scripts may use. */
public final class Strange extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Strange(String what) {
    super(what);
  }
}
