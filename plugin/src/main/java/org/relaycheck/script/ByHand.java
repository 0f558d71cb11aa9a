package org.relaycheck.remedy;

import org.relaycheck.drift.Finding;

/**
 * A finding that only a person can mend.
 *
 * @param finding what was found
 * @param why the reason, as a clause
 */
public record ByHand(Finding finding, String why) {

  /** Resource and setting. */
  public String what() {
    return Change.what(finding);
  }
}
