package org.relaycheck.script.mailprofiles;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.relaycheck.value.Text;

/**
 * Who may send with a profile, and whose default it is, which is a property of the grant.
 *
 * @param grants by the name of a user, a group or "public" as the server spells it, whether the
 *     profile is its default
 */
record ProfileSenders(Map<String, Boolean> grants) {

  static final ProfileSenders NOBODY = new ProfileSenders(Map.of());

  /** Everybody, also who comes later. */
  static final String PUBLIC = "public";

  private static final String ORPHAN = "orphan 0x";

  /** The order in which SQL Server sorts bytes. */
  static final Comparator<String> BY_BYTES =
      Comparator.comparing(
          name ->
              HexFormat.of().withUpperCase().formatHex(name.getBytes(StandardCharsets.UTF_16LE)));

  ProfileSenders {
    grants = new LinkedHashMap<>(grants);
  }

  static ProfileSenders told(List<String> granted, List<String> defaults) {
    Map<String, Boolean> grants = new LinkedHashMap<>();
    granted.forEach(name -> grants.put(name, defaults.contains(name)));
    return new ProfileSenders(grants);
  }

  /** Those whose default it is. */
  Set<String> defaults() {
    return grants.keySet().stream().filter(grants::get).collect(Collectors.toSet());
  }

  /** The grants of users that are gone, which no procedure can name. */
  List<String> orphans() {
    return grants.keySet().stream().filter(name -> name.startsWith(ORPHAN)).toList();
  }

  /** Without grants of users that are gone. */
  ProfileSenders named() {
    return without(Set.copyOf(orphans()));
  }

  /** Without these. */
  ProfileSenders without(Set<String> names) {
    Map<String, Boolean> others = new LinkedHashMap<>(grants);
    names.forEach(others::remove);
    return new ProfileSenders(others);
  }

  /** The server's spelling of a name that a policy knows, if the server has it here. */
  String spelled(Text name) {
    return grants.keySet().stream()
        .filter(granted -> ServerSpelling.same(granted, name))
        .findFirst()
        .orElse(name.spelling());
  }

  /** All that either of two knows of, in the order of their bytes. */
  static Set<String> names(ProfileSenders one, ProfileSenders other) {
    Set<String> names = new TreeSet<>(BY_BYTES);
    names.addAll(one.grants.keySet());
    names.addAll(other.grants.keySet());
    return names;
  }

  /**
   * The expression that the script compares: see {@link ProfileSql#items}.
   *
   * @param masked those whose default another step sees to
   */
  String sql(Set<String> masked) {
    return ProfileSql.items(
        grants.keySet().stream()
            .sorted(BY_BYTES)
            .map(
                name ->
                    ProfileSql.item(
                        grants.getOrDefault(name, false) && !masked.contains(name)
                            ? ProfileSql.DEFAULT
                            : ProfileSql.GRANT,
                        name)));
  }
}
