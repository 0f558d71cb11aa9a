package org.relaycheck.powershell;

/** What standard output held for us. */
public sealed interface AnswerFrame {

  /** The script's answer, with the right nonce, length and hash. */
  record Whole(String text) implements AnswerFrame {}

  /** The script or the bootstrap gave up, and says why. */
  record GaveUp(String why) implements AnswerFrame {}

  /** An answer began or was sent, and did not arrive whole. */
  record Broken(String why) implements AnswerFrame {}

  /**
   * No answer for this run.
   *
   * @param noise what came instead, at most some lines of it
   */
  record Absent(String noise) implements AnswerFrame {}
}
