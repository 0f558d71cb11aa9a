package org.relaycheck.compare;

/** What came of comparing one statement. */
public enum Verdict {
  /** It holds. */
  IN_SYNC,
  /** The resource is not there. */
  MISSING,
  /** The setting is another. */
  DRIFTED,
  /** The resource is there against the policy, or is not named by it. */
  UNEXPECTED,
  /** It could not be told. */
  UNCLEAR,
  /** The server's version or role does not have the setting. */
  NOT_APPLICABLE,
  /** It does not hold, and that is accepted for a time. */
  WAIVED,
  /** A rule between settings does not hold. */
  BROKEN
}
