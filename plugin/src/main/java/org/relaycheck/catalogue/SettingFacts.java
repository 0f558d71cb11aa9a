package org.relaycheck.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known about a setting besides its values.
 *
 * @param defaults told to people, never compared: documentation and servers disagree
 * @param validity the versions and roles that have the setting
 * @param grounds meaning, reason, symptom, source
 * @param traits what is special about it
 * @param owner what else writes it, so that a policy had better not
 * @param <T> its values
 */
public record SettingFacts<T>(
    List<DefaultValue<T>> defaults,
    VersionValidity validity,
    SettingReason grounds,
    Set<SettingTrait> traits,
    Optional<SettingOwner> owner) {

  public SettingFacts {
    defaults = List.copyOf(defaults);
    traits = Set.copyOf(traits);
  }

  public boolean has(SettingTrait trait) {
    return traits.contains(trait);
  }
}
