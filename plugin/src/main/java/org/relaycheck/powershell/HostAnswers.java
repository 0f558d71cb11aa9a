package org.relaycheck.powershell;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.live.ClockComparison;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.state.Address;
import org.relaycheck.state.LastChange;

/** One collected answer, parted among the hosts that were asked for. */
public final class HostAnswers {

  /** Active Directory's domain controllers may differ for so long after a change. */
  private static final Duration REPLICATION = Duration.ofMinutes(15);

  private static final String CONTROLLER = "DomainController";
  private static final String READ = "Read";

  private HostAnswers() {}

  /**
   * What each host answered.
   *
   * @param at when it was read; empty to take the collector's word for it
   */
  public static Map<HostConnection, HostAnswer> of(
      CollectedAnswer collected, List<HostConnection> hosts, Optional<Instant> at) {
    Optional<Instant> read = collected.fact(READ).flatMap(text -> parsed(text, Instant::parse));
    List<AnswerItem> items = collected.items().stream().map(item -> marked(item, read)).toList();
    Map<String, Set<String>> servers = AnswerItem.servers(items);
    Map<HostConnection, HostAnswer> answers = new LinkedHashMap<>();
    for (HostConnection host : hosts) {
      answers.put(
          host,
          new HostAnswer.Answered(
              new Answer(
                  facts(collected, host.server(), at),
                  at.or(() -> read),
                  collected.complete(),
                  collected.unread(),
                  own(items, host.server()),
                  Set.of(),
                  servers)));
    }
    return answers;
  }

  /** All items if none is the host's own: the survey then tells whose they are. */
  private static List<AnswerItem> own(List<AnswerItem> items, String server) {
    List<AnswerItem> own =
        items.stream()
            .filter(item -> item.server().filter(of -> !same(of, server)).isEmpty())
            .toList();
    return own.isEmpty() ? items : own;
  }

  private static boolean same(String one, String other) {
    return Address.folded(one).equals(Address.folded(other));
  }

  private static Map<String, String> facts(
      CollectedAnswer collected, String server, Optional<Instant> at) {
    Map<String, String> facts = new HashMap<>(collected.facts().getOrDefault("", Map.of()));
    facts.putAll(collected.facts().getOrDefault(Address.folded(server), Map.of()));
    settle(facts, at);
    facts.computeIfPresent(
        CONTROLLER,
        (name, told) ->
            told.contains(",")
                ? told
                    + ": more than one answered, so parts of this may be of different age; name one"
                    + " as 'domainController' of the powershell entry"
                : told);
    return facts;
  }

  /** Facts of this one moment as what they mean, so that an answer is the same tomorrow. */
  static void settle(Map<String, String> facts, Optional<Instant> at) {
    facts.computeIfPresent(
        EchoEncoding.FACT, (name, back) -> EchoEncoding.INTACT); // else nothing is answered
    Optional<Instant> there =
        Optional.ofNullable(facts.remove(READ)).flatMap(text -> parsed(text, Instant::parse));
    if (at.isPresent() && there.isPresent()) {
      facts.put(ClockComparison.FACT, ClockComparison.compared(there.get(), at.get()));
    }
  }

  private static AnswerItem marked(AnswerItem item, Optional<Instant> read) {
    Optional<Instant> changed =
        item.change()
            .at()
            .flatMap(
                text -> parsed(text, utc -> LocalDateTime.parse(utc).toInstant(ZoneOffset.UTC)));
    if (changed.isEmpty()) {
      return item;
    }
    boolean young =
        read.isPresent() && Duration.between(changed.get(), read.get()).compareTo(REPLICATION) < 0;
    String at = changed.get() + (young ? ", may not have replicated" : "");
    return new AnswerItem(
        item.kind(),
        item.name(),
        item.server(),
        item.values(),
        new LastChange(item.change().by(), Optional.of(at)));
  }

  private static Optional<Instant> parsed(String text, Function<String, Instant> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (DateTimeParseException other) {
      return Optional.empty();
    }
  }
}
