package org.relaycheck.script.mailprofiles;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Defaults that go from one profile to another, as seen from one of them: who is given a default
 * loses the one that he had, which msdb does by itself.
 *
 * @param here whose default the profile becomes, each with the profile that was it
 * @param elsewhere whose default another profile becomes; that one's step sees to it
 * @param apart whose grants another step of the same profile sees to
 */
record DefaultMoves(Map<String, Optional<String>> here, Set<String> elsewhere, Set<String> apart) {

  static final DefaultMoves NONE = new DefaultMoves(Map.of(), Set.of(), Set.of());

  DefaultMoves {
    Map<String, Optional<String>> sorted = new TreeMap<>(ProfileSenders.BY_BYTES);
    sorted.putAll(here);
    here = sorted;
    elsewhere = Set.copyOf(elsewhere);
    apart = Set.copyOf(apart);
  }

  /** The expression of who had which other profile, as {@link ProfileSql} reads it. */
  String before() {
    return ProfileSql.items(
        here.entrySet().stream()
            .filter(move -> move.getValue().isPresent())
            .map(
                move ->
                    ProfileSql.item(" ", move.getKey())
                        + " + "
                        + ProfileSql.item("=", move.getValue().orElseThrow())));
  }

  /** The expression of nobody having another one. */
  static String after() {
    return ProfileSql.items(Stream.of());
  }
}
