package org.relaycheck.landscape.input;

/**
 * That a rule cannot be decided where it is, because an input is not known. It is checked, so that
 * no rule can forget it, and never reaches users as an exception.
 */
public final class NotKnownException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient UnknownFact lack;

  /** Without a stack trace: there may be one for each of 10 000 connectors. */
  public NotKnownException(UnknownFact lack) {
    super(lack.why(), null, false, false);
    this.lack = lack;
  }

  /** What is lacking. */
  public UnknownFact lack() {
    return lack;
  }
}
