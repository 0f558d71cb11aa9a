package org.relaycheck.probe.wire;

/** A step of a session, in order. */
public enum SessionStep {
  GREETING("greeting"),
  HELLO("EHLO"),
  START_TLS("STARTTLS"),
  SECURE_HELLO("EHLO after STARTTLS"),
  SENDER("MAIL"),
  RECIPIENT("RCPT"),
  MESSAGE("DATA"),
  END("QUIT");

  private final String title;

  SessionStep(String title) {
    this.title = title;
  }

  /** As people call it. */
  public String title() {
    return title;
  }
}
