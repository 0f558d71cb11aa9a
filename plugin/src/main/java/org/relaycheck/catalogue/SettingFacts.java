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
public record Facts<T>(
    List<Default<T>> defaults,
    Validity validity,
    Grounds grounds,
    Set<Trait> traits,
    Optional<Owner> owner) {

  public Facts {
    defaults = List.copyOf(defaults);
    traits = Set.copyOf(traits);
  }

  public boolean has(Trait trait) {
    return traits.contains(trait);
  }
}
