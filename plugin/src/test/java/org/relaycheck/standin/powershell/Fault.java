package org.relaycheck.standin.powershell;

/** A terminating error of a script, which {@code catch} sees. */
public final class Fault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Fault(String message) {
    super(message);
  }
}
