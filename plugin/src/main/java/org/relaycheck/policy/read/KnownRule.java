package org.relaycheck.policy.read;

/**
 * A rule between settings, as far as a file of ours may speak of it.
 *
 * @param id what a policy and a waiver call it
 * @param ignorable whether a policy may say {@code ignore} of it
 */
public record KnownRule(String id, boolean ignorable) {

  /** An id for messages. */
  public static final String EXAMPLE = "per-source-limit";
}
