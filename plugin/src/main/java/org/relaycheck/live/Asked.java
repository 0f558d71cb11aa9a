package org.relaycheck.live;

/** What became of asking a source. */
public sealed interface Asked {

  /** It answered. */
  record Answered(Answer answer) implements Asked {}

  /**
   * It did not answer, or not so that the answer can be used.
   *
   * @param why what happened, in the user's words
   * @param fix what to do about it
   */
  record Failed(String why, String fix) implements Asked {}
}
