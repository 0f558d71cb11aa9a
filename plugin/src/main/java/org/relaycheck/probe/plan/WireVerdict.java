package org.relaycheck.proof;

import java.util.Optional;

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

  /** The same with what was read of the server, where it is not so and that tells why. */
  default Judgement reading(Optional<String> read) {
    return this instanceof Refuted refuted && read.isPresent()
        ? new Refuted(refuted.evidence(), refuted.look() + "; by what was read " + read.get())
        : this;
  }
}
