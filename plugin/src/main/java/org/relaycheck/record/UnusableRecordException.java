package org.relaycheck.record;

import org.relaycheck.live.AskingStage;

/** A record that cannot be used, with what to do about it. */
final class UnusableRecordException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String why;
  private final String fix;
  private final AskingStage stage;

  /** A file that is there and does not hold what is expected. */
  UnusableRecordException(String why, String fix) {
    this(AskingStage.FORMAT, why, fix);
  }

  UnusableRecordException(AskingStage stage, String why, String fix) {
    super(why);
    this.stage = stage;
    this.why = why;
    this.fix = fix;
  }

  /** How far reading it came. */
  AskingStage stage() {
    return stage;
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
