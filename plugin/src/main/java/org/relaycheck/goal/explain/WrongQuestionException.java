package org.relaycheck.goal.explain;

/** A question to {@code explain} that cannot be answered as it was put; its message says why. */
public final class WrongQuestionException extends Exception {

  private static final long serialVersionUID = 1;

  WrongQuestionException(String message) {
    super(message);
  }
}
