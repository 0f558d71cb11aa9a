package org.relaycheck.proof;

/** What the wire says to what the policy says. */
public sealed interface Judgement {

  /** It is so. */
  record Proved(String evidence) implements Judgement {}

  /**
   * It is not so.
   *
   * @param evidence what came back
   * @param look where to look
   */
  record Refuted(String evidence, String look) implements Judgement {}

  /**
   * It cannot be told.
   *
   * @param why what stood in the way
   * @param fix what to do about that
   */
  record Untold(String why, String fix) implements Judgement {}
}
