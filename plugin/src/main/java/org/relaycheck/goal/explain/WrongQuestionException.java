package org.relaycheck.engine;

/** A question to {@code explain} that cannot be answered as it was put; its message says why. */
public final class WrongQuestion extends Exception {

  private static final long serialVersionUID = 1;

  WrongQuestion(String message) {
    super(message);
  }
}
