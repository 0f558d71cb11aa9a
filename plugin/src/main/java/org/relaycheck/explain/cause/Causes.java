package org.relaycheck.explain.cause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relaycheck.catalogue.Property;
import org.relaycheck.explain.log.EntryTally;
import org.relaycheck.explain.log.LogFindings;
import org.relaycheck.explain.sign.LogSign;

/** Questions to the table of causes. */
public final class Causes {

  /** As many places as a reader looks up. */
  private static final int SHOWN = 5;

  private static final double HALF = 0.5;

  private static final Map<String, Cause> BY_ID =
      Stream.of(
              CauseRows.ALL,
              ConnectorCauseRows.ALL,
              SqlServerCauseRows.ALL,
              OtherRelayCauseRows.ALL,
              QueueCauseRows.ALL)
          .flatMap(List::stream)
          .collect(
              Collectors.toMap(
                  Cause::id,
                  cause -> cause,
                  (one, two) -> {
                    throw new IllegalStateException(one.id() + " is there twice");
                  },
                  LinkedHashMap::new));

  private Causes() {}

  /** All causes. */
  public static List<Cause> all() {
    return List.copyOf(BY_ID.values());
  }

  /** The signs that lead to something, each with its causes, the more usual ones first. */
  public static Map<LogSign, List<Cause>> bySign() {
    Map<LogSign, List<Cause>> all = new LinkedHashMap<>();
    SignCauseRows.ALL.keySet().forEach(sign -> all.put(sign, of(sign)));
    return all;
  }

  /** What may be behind a sign, the more usual causes first. */
  private static List<Cause> of(LogSign sign) {
    return SignCauseRows.of(sign).stream().map(BY_ID::get).toList();
  }

  /** What a cause is recognised by. */
  public static List<LogSign> signsOf(Cause cause) {
    return SignCauseRows.leadingTo(cause);
  }

  /**
   * The causes that a log points at, the likeliest first: by what the values say, then by how much
   * of the log points at them, and how usual they are behind each of its signs.
   */
  public static List<RankedCause> of(LogFindings log, FlowRead world) {
    FlowRead meant = world.of(log);
    Map<Cause, Map<LogSign, EntryTally>> pointing = new LinkedHashMap<>();
    Map<Cause, Double> ranks = new LinkedHashMap<>();
    boolean trouble = log.signs().keySet().stream().anyMatch(LogSign::trouble);
    log.signs()
        .forEach(
            (sign, tally) -> {
              List<Cause> causes = trouble && !sign.trouble() ? List.of() : of(sign);
              for (int i = 0; i < causes.size(); i++) {
                Cause cause = causes.get(i);
                pointing.computeIfAbsent(cause, one -> new LinkedHashMap<>()).put(sign, tally);
                ranks.merge(cause, weight(sign) * tally.count() / (1 + i), Double::sum);
              }
            });
    List<RankedCause> suspects = new ArrayList<>();
    pointing.forEach((cause, signs) -> suspects.add(suspect(cause, signs, meant)));
    suspects.sort(
        Comparator.comparing((RankedCause suspect) -> suspect.judgement().weight())
            .thenComparing(suspect -> -ranks.getOrDefault(suspect.cause(), 0.0)));
    return suspects;
  }

  private static double weight(LogSign sign) {
    return sign.kind() == LogSign.Kind.EFFECT ? HALF : 1;
  }

  private static RankedCause suspect(
      Cause cause, Map<LogSign, EntryTally> pointing, FlowRead world) {
    Map.Entry<LogSign, EntryTally> first = pointing.entrySet().iterator().next();
    CauseJudgement judgement = cause.judge().of(world);
    boolean byCode = pointing.keySet().stream().allMatch(sign -> sign.kind() == LogSign.Kind.CODE);
    return new RankedCause(
        cause,
        byCode ? judgement.asPossible() : judgement,
        pointing.values().stream().flatMap(tally -> tally.first().stream()).limit(SHOWN).toList(),
        first.getKey().excerpt(first.getValue().first().get(0).text()),
        pointing.values().stream().mapToLong(EntryTally::count).sum(),
        places(cause, world));
  }

  private static List<String> places(Cause cause, FlowRead world) {
    return settings(cause).flatMap(row -> world.places(row).stream()).distinct().toList();
  }

  /** The causes in which a setting plays a part. */
  public static List<Cause> with(Property<?> setting) {
    return BY_ID.values().stream()
        .filter(cause -> settings(cause).anyMatch(setting::equals))
        .toList();
  }

  private static Stream<Property<?>> settings(Cause cause) {
    return cause.looks().stream().flatMap(look -> look.setting().stream());
  }
}
