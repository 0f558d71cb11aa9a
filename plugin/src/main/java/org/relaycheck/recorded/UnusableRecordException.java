package org.relaycheck.recorded;

/** A record that cannot be used, with what to do about it. */
final class UnusableRecordException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String why;
  private final String fix;

  UnusableRecordException(String why, String fix) {
    super(why);
    this.why = why;
    this.fix = fix;
  }

  /** What happened, with the place. */
  String why() {
    return why;
  }

  /** What to do. */
  String fix() {
    return fix;
  }
}
