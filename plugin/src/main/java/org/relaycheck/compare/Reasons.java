package org.relaycheck.compare;

import java.util.Optional;

/**
 * Why a finding is one.
 *
 * @param reason the catalogue's: why the setting matters
 * @param why the policy's
 * @param cause of what is unclear
 * @param fix what to do about what is unclear
 */
public record Reasons(
    Optional<String> reason, Optional<String> why, Optional<String> cause, Optional<String> fix) {}
