package org.relaycheck.compare;

/** What came of a waiver on one host; of several, the last in order counts. */
enum WaiverUse {
  /** There is nothing that it could cover. */
  UNUSED,
  /** Whether there is something could not be told. */
  UNKNOWN,
  /** There is something, and it is not what was accepted. */
  OTHER,
  /** It covers something. */
  USED
}
