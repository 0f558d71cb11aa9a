package org.relaycheck.standin.powershell;

import java.util.List;

/** A system with cmdlets, and with accounts whose names Windows translates. */
public interface Cmdlets {

  /**
   * Runs a cmdlet.
   *
   * @param parameters by name
   * @return what it puts out
   * @throws Fault if it fails
   */
  List<Object> run(String cmdlet, Hash parameters);

  /** Whether there is such a cmdlet for the account that runs the script. */
  boolean has(String cmdlet);

  /** The SID of an account's name; throws {@link Fault} if there is none. */
  String sid(String account);

  /** The name of a SID; throws {@link Fault} if there is none. */
  String account(String sid);
}
