package org.relaycheck.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Product;
import org.relaycheck.state.Address;
import org.relaycheck.state.HostState;
import org.relaycheck.state.KindState;
import org.relaycheck.state.Observed;
import org.relaycheck.state.ServerListing;

/** Turns answers into host states: whose rows they are, how old, what they mean. */
final class AnswerTyping {

  /** Clocks of two machines may differ so much before an answer counts as from the future. */
  private static final Duration SKEW = Duration.ofMinutes(15);

  private final Map<String, CatalogueTable> tables = new HashMap<>();
  private final Map<String, Product> products = new TreeMap<>();
  private final Instant now;

  AnswerTyping(List<Catalogue> catalogues, Instant now) {
    ReadingCache readings = new ReadingCache();
    catalogues.forEach(
        catalogue -> tables.put(catalogue.kind(), new CatalogueTable(catalogue, readings)));
    catalogues.forEach(catalogue -> products.put(catalogue.kind(), catalogue.product()));
    this.now = now;
  }

  HostState state(HostConnection connection, HostAnswer asked) {
    HostState state = untold(connection, asked);
    return state instanceof HostState.Unread unread ? unread.of(connection.way().product()) : state;
  }

  private HostState untold(HostConnection connection, HostAnswer asked) {
    if (asked instanceof HostAnswer.Failed failed) {
      return new HostState.Unread(failed.why(), failed.fix());
    }
    Answer answer = ((HostAnswer.Answered) asked).answer();
    return new AnswerContradictions(tables)
        .of(connection, answer)
        .or(() -> age(connection, answer))
        .<HostState>map(unread -> unread)
        .orElseGet(() -> read(connection, answer));
  }

  TimedAnswer heard(HostConnection connection, HostAnswer asked) {
    if (!(asked instanceof HostAnswer.Answered answered)) {
      return new TimedAnswer(asked, Optional.empty(), state(connection, asked));
    }
    Answer answer = answered.answer();
    return new TimedAnswer(
        asked,
        age(connection, answer),
        new AnswerContradictions(tables)
            .of(connection, answer)
            .<HostState>map(unread -> unread)
            .orElseGet(() -> read(connection, answer)));
  }

  private Optional<HostState.Unread> age(HostConnection connection, Answer answer) {
    Optional<Duration> limit = connection.maxAge();
    if (limit.isEmpty()) {
      return Optional.empty();
    }
    if (answer.at().isEmpty()) {
      return Optional.of(
          new HostState.Unread(
              "the answer does not say when it was read",
              "set 'maxAge: never' for " + connection.host() + " if you know it is current"));
    }
    Duration age = Duration.between(answer.at().get(), now);
    boolean future = age.compareTo(SKEW.negated()) < 0;
    if (!future && age.compareTo(limit.get()) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new HostState.Unread(
            "the answer was read at "
                + answer.at().get()
                + (future
                    ? ", which is in the future"
                    : ", longer ago than maxAge (" + words(limit.get()) + ") allows"),
            "record " + connection.host() + " again"));
  }

  /** Such as {@code 24 h} or {@code 1 h 30 min}: the parts that are not 0. */
  private static String words(Duration span) {
    List<String> words = new ArrayList<>();
    part(span.toHours(), "h").ifPresent(words::add);
    part(span.toMinutesPart(), "min").ifPresent(words::add);
    part(span.toSecondsPart(), "s").ifPresent(words::add);
    return words.isEmpty() ? "less than 1 s" : String.join(" ", words);
  }

  private static Optional<String> part(long number, String unit) {
    return number == 0 ? Optional.empty() : Optional.of(number + " " + unit);
  }

  private HostState read(HostConnection connection, Answer answer) {
    SortedMap<String, List<Observed>> found = new TreeMap<>();
    SortedMap<String, Integer> others = new TreeMap<>();
    for (AnswerItem item : answer.items()) {
      String server = item.server().orElse(connection.server());
      if (!Address.folded(server).equals(Address.folded(connection.server()))) {
        others.merge(server, 1, Integer::sum);
      } else if (tables.containsKey(item.kind())) {
        found
            .computeIfAbsent(item.kind(), kind -> new ArrayList<>())
            .add(tables.get(item.kind()).read(item, connection.host()));
      }
    }
    boolean silent = answer.answered().isEmpty() && answer.unreadKinds().isEmpty();
    if (found.isEmpty() && (silent || !others.isEmpty())) {
      return nothing(connection, others);
    }
    answer.answered().stream()
        .filter(tables::containsKey)
        .forEach(kind -> found.computeIfAbsent(kind, none -> new ArrayList<>()));
    boolean every = answer.complete().contains(Answer.EVERY_KIND);
    if (every) {
      siblings(Set.copyOf(found.keySet()))
          .forEach(kind -> found.computeIfAbsent(kind, none -> new ArrayList<>()));
    }
    Map<String, KindState> kinds = new HashMap<>();
    found.forEach(
        (kind, resources) -> {
          boolean all = every || answer.complete().contains(kind) || connection.vouchedComplete();
          kinds.put(kind, kind(connection, answer, resources, all));
        });
    answer
        .unreadKinds()
        .forEach((kind, why) -> kinds.put(kind, new KindState(false, Optional.of(why), List.of())));
    return new HostState.Read(
        answer.facts(),
        answer.at(),
        kinds,
        new ServerListing(organisation(answer), answer.listed()));
  }

  /** All kinds of the products that these kinds are of. */
  private List<String> siblings(Set<String> kinds) {
    Set<Product> meant = kinds.stream().map(products::get).collect(Collectors.toSet());
    return products.keySet().stream().filter(kind -> meant.contains(products.get(kind))).toList();
  }

  /**
   * What tells an Exchange organisation from another: where it stands in its directory. Any
   * resource of the answer will do, for one way leads to one organisation.
   */
  private static Optional<String> organisation(Answer answer) {
    return answer.items().stream()
        .flatMap(item -> item.place().flatMap(DirectoryPlace::organisation).stream())
        .findFirst();
  }

  private static HostState nothing(HostConnection connection, SortedMap<String, Integer> others) {
    String what = "the answer holds no resource of " + connection.server();
    return others.isEmpty()
        ? new HostState.Unread(what, "ask again with an account that may see them")
        : new HostState.Unread(
            what + ", only of " + String.join(", ", others.keySet()),
            "name the right file or host, or add 'server: "
                + others.firstKey()
                + "' to "
                + connection.host());
  }

  private static KindState kind(
      HostConnection connection, Answer answer, List<Observed> resources, boolean all) {
    Set<String> names = new HashSet<>();
    for (Observed observed : resources) {
      String name = observed.address().name();
      if (!names.add(Address.folded(name))) {
        return new KindState(
            false, Optional.of("the answer holds '" + name + "' twice"), List.of());
      }
    }
    boolean recorded = connection.way() instanceof HostWay.Recorded;
    boolean complete = all && answer.gap().isEmpty();
    return new KindState(complete, Optional.empty(), resources, answer.gap(), recorded);
  }
}
