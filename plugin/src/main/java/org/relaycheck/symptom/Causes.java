package org.relaycheck.symptom;

import org.relaycheck.explain.log.EntryTally;
import org.relaycheck.explain.log.LogFindings;
import org.relaycheck.explain.sign.Sign;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.relaycheck.catalogue.Property;

/** Questions to the table of causes. */
public final class Causes {

  /** As many places as a reader looks up. */
  private static final int SHOWN = 5;

  private Causes() {}

  /**
   * The causes that a log points at, the likeliest first: by what the values say, then by the
   * table, in which the more usual ones stand first.
   */
  public static List<Suspect> of(LogFindings told, World world) {
    World meant = world.of(told.named());
    List<Suspect> suspects = new ArrayList<>();
    for (Cause cause : CauseRows.ALL) {
      Map<Sign, EntryTally> pointing = new LinkedHashMap<>(told.signs());
      pointing.keySet().retainAll(cause.signs());
      if (!pointing.isEmpty()) {
        suspects.add(suspect(cause, pointing, meant));
      }
    }
    suspects.sort(Comparator.comparing(suspect -> suspect.judgement().weight()));
    return suspects;
  }

  private static Suspect suspect(Cause cause, Map<Sign, EntryTally> pointing, World world) {
    Map.Entry<Sign, EntryTally> first = pointing.entrySet().iterator().next();
    return new Suspect(
        cause,
        cause.judge().of(world),
        pointing.values().stream().flatMap(tally -> tally.first().stream()).limit(SHOWN).toList(),
        first.getKey().excerpt(first.getValue().first().get(0).text()),
        pointing.values().stream().mapToLong(EntryTally::count).sum());
  }

  /** The causes in which a setting plays a part. */
  public static List<Cause> with(Property<?> setting) {
    return CauseRows.ALL.stream()
        .filter(cause -> settings(cause).anyMatch(setting::equals))
        .toList();
  }

  private static Stream<Property<?>> settings(Cause cause) {
    return cause.looks().stream().flatMap(look -> look.setting().stream());
  }
}
