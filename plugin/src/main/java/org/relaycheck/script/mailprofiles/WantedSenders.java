package org.relaycheck.script.mailprofiles;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.relaycheck.catalogue.Property;
import org.relaycheck.kind.mailprofiles.MailProfileRows;
import org.relaycheck.state.expectation.Fix;
import org.relaycheck.value.Text;

/**
 * What a policy wants of who may send, which two settings speak of: a default is a property of a
 * grant, so they are changed together or not at all.
 *
 * @param before as it was read
 * @param grants who is to have one; empty if the policy does not mind
 * @param defaults whose default it is to be; empty if the policy does not mind
 */
record WantedSenders(
    ProfileSenders before, Optional<Set<Text>> grants, Optional<Set<Text>> defaults) {

  static WantedSenders none(ProfileSenders before) {
    return new WantedSenders(before, Optional.empty(), Optional.empty());
  }

  static boolean concerns(Property<?> row) {
    return row.equals(MailProfileRows.GRANTED_TO) || row.equals(MailProfileRows.DEFAULT_FOR);
  }

  /** With a fix that can be written, of one of the two settings. */
  @SuppressWarnings("unchecked") // both rows hold sets of texts
  <T> WantedSenders with(Property<T> row, Fix<T> fix) {
    Set<Text> names = fix instanceof Fix.Write<T> write ? (Set<Text>) write.value() : Set.of();
    return row.equals(MailProfileRows.GRANTED_TO)
        ? new WantedSenders(before, Optional.of(names), defaults)
        : new WantedSenders(before, grants, Optional.of(names));
  }

  ProfileSenders after() {
    Set<String> names =
        new LinkedHashSet<>(grants.map(this::spelled).orElse(before.grants().keySet()));
    if (grants.isEmpty()) {
      names.addAll(defaults.map(this::spelled).orElse(Set.of()));
    }
    Set<String> wanted = defaults.map(this::spelled).orElse(before.defaults());
    Map<String, Boolean> after = new LinkedHashMap<>();
    names.forEach(name -> after.put(name, wanted.contains(name)));
    return new ProfileSenders(after);
  }

  private Set<String> spelled(Set<Text> names) {
    return names.stream().map(before::spelled).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Why it cannot be written, as a clause; empty if it can. */
  Optional<String> problem() {
    if (grants.isPresent() && defaults.isPresent() && !grants.get().containsAll(defaults.get())) {
      return Optional.of(
          "it is to be the default of somebody who has no grant; state that user under 'grants' too");
    }
    Set<String> kept = after().grants().keySet();
    boolean orphanLost = before.orphans().stream().anyMatch(orphan -> !kept.contains(orphan));
    return orphanLost
        ? Optional.of(
            "no procedure removes the grant of a user that is gone alone;"
                + " sysmail_delete_principalprofile_sp with nothing but the profile removes all its"
                + " grants, which are then to be given again")
        : Optional.empty();
  }

  /** Whose default the profile becomes. */
  Set<String> gains() {
    Set<String> gains = new LinkedHashSet<>(after().defaults());
    gains.removeAll(before.defaults());
    return gains;
  }
}
