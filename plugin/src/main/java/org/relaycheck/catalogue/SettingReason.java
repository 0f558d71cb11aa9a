package org.relaycheck.catalogue;

import java.util.Optional;

/**
 * Why a setting matters.
 *
 * @param meaning what it does, with its unit
 * @param reason why a relay cares, or what to mind
 * @param symptom what a person sees when it is wrong
 * @param source where the facts are from
 */
public record SettingReason(
    String meaning, String reason, Optional<String> symptom, String source) {}
