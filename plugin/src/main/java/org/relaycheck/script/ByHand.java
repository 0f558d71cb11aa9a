package org.relaycheck.script;

import org.relaycheck.compare.Finding;

/**
 * A finding that only a person can fix.
 *
 * @param finding what was found
 * @param why the reason, as a clause
 */
public record ByHand(Finding finding, String why) {

  /** Resource and setting. */
  public String what() {
    return FindingComment.what(finding);
  }
}
