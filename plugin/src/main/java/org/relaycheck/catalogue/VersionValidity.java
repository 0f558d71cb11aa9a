package org.relaycheck.catalogue;

import java.util.Optional;
import java.util.Set;

/**
 * The versions and roles that have a setting.
 *
 * @param since the first release that has it; empty for all
 * @param gone the first release that has it no more; empty for never
 * @param notOn roles that lack it, upper case
 */
public record VersionValidity(
    Optional<NamedRelease> since, Optional<NamedRelease> gone, Set<String> notOn) {

  public VersionValidity {
    notOn = Set.copyOf(notOn);
  }

  /** Every version and role. */
  public static VersionValidity always() {
    return new VersionValidity(Optional.empty(), Optional.empty(), Set.of());
  }

  /**
   * Why a server lacks the setting; empty if it has it, or if the server's version and role are not
   * known well enough to say.
   */
  public Optional<String> lacking(Optional<Version> version, Optional<String> role) {
    if (version.isPresent() && since.isPresent() && before(version.get(), since.get())) {
      return Optional.of("it came with " + since.get().name());
    }
    if (version.isPresent() && gone.isPresent() && !before(version.get(), gone.get())) {
      return Optional.of("it is gone since " + gone.get().name());
    }
    // asked of every statement, and nearly every setting is on every role
    return notOn.isEmpty()
        ? Optional.empty()
        : role.filter(notOn::contains).map(name -> "the role " + name + " does not have it");
  }

  private static boolean before(Version version, NamedRelease release) {
    return version.compareTo(release.from()) < 0;
  }
}
