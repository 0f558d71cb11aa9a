package org.relaycheck.script.mailprofiles;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.kind.mailprofiles.MailProfileRows;
import org.relaycheck.state.HostState;
import org.relaycheck.value.Text;

/** Which profile is whose default, as it was read and as it is to be: nobody has two. */
final class ProfileDefaults {

  private final Map<Text, String> before = new LinkedHashMap<>();
  private final boolean known;
  private final Map<String, Set<String>> gains;

  /**
   * The defaults of a host.
   *
   * @param gains by profile, whose default it is to become
   */
  ProfileDefaults(HostState.Read state, Map<String, Set<String>> gains) {
    this.gains = new LinkedHashMap<>(gains);
    List<SeenProfile> profiles =
        Optional.ofNullable(state.kinds().get(MailProfileRows.CATALOGUE.kind())).stream()
            .flatMap(kind -> kind.resources().stream())
            .map(SeenProfile::new)
            .toList();
    this.known = profiles.stream().allMatch(profile -> profile.senders().isPresent());
    for (SeenProfile profile : profiles) {
      profile
          .senders()
          .ifPresent(
              senders ->
                  senders
                      .defaults()
                      .forEach(name -> before.put(ServerSpelling.folded(name), profile.name())));
    }
  }

  /** What the profile's step has to know of the others. */
  DefaultMoves moves(String profile) {
    Set<String> elsewhere = new HashSet<>();
    gains.forEach(
        (other, names) -> {
          if (!other.equals(profile) && contest(other).isEmpty()) {
            elsewhere.addAll(names);
          }
        });
    return new DefaultMoves(here(profile), elsewhere, Set.of());
  }

  private Map<String, Optional<String>> here(String profile) {
    Map<String, Optional<String>> here = new LinkedHashMap<>();
    gains
        .getOrDefault(profile, Set.of())
        .forEach(
            name -> here.put(name, Optional.ofNullable(before.get(ServerSpelling.folded(name)))));
    return here;
  }

  /** Why the profile cannot become the default of those that it is to gain; empty if it can. */
  Optional<String> contest(String profile) {
    Set<String> own = gains.getOrDefault(profile, Set.of());
    if (own.isEmpty()) {
      return Optional.empty();
    }
    if (!known) {
      return Optional.of("who has the other profiles as default could not be read");
    }
    return own.stream()
        .filter(name -> gains.values().stream().filter(all -> all.contains(name)).count() > 1)
        .findFirst()
        .map(name -> "two profiles are to be the default of '" + name + "'; state one")
        .or(() -> SeenProfile.refusal(here(profile).values().stream().flatMap(Optional::stream)));
  }
}
