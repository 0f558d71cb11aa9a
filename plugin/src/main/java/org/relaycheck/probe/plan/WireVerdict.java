package org.relaycheck.probe.plan;

import java.util.Optional;

/** What the wire says to what the policy says. */
public sealed interface WireVerdict {

  /** It is so. */
  record Proved(String evidence) implements WireVerdict {}

  /**
   * It is not so.
   *
   * @param evidence what came back
   * @param look where to look
   */
  record Refuted(String evidence, String look) implements WireVerdict {}

  /**
   * It is inconclusive.
   *
   * @param why what stood in the way
   * @param fix what to do about that
   */
  record Inconclusive(String why, String fix) implements WireVerdict {}

  /** The same with what was read of the server, where it is not so and that tells why. */
  default WireVerdict reading(Optional<String> read) {
    return this instanceof Refuted refuted && read.isPresent()
        ? new Refuted(
            refuted.evidence(), refuted.look() + "; what was read explains it: " + read.get())
        : this;
  }
}
