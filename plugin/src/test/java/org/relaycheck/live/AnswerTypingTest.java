package org.relaycheck.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Product;
import org.relaycheck.catalogue.Property;
import org.relaycheck.catalogue.Row;
import org.relaycheck.state.HostState;
import org.relaycheck.state.KindState;
import org.relaycheck.state.LastChange;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Place;
import org.relaycheck.state.Reading;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Seen;
import org.relaycheck.value.Types;

/** What answers become, through a whole survey. */
class AnswerTypingTest {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final String KIND = "gates";

  private static final Property<Long> HOPS =
      Row.of("Hops", Types.COUNT, new Binding.SetParameter()).because("m", "r", "s");
  private static final Property<Boolean> MANY =
      Row.of("many", Types.FLAG, new Binding.Computed(of -> many(of.raw(HOPS))))
          .because("m", "r", "s");
  private static final List<Catalogue> GATES =
      List.of(
          new Catalogue(KIND, "gate", Product.EXCHANGE, List.of(HOPS, MANY), Map.of()),
          new Catalogue("locks", "lock", Product.EXCHANGE, List.of(), Map.of()));

  private static Raw many(Raw hops) {
    return hops instanceof Raw.Text text
        ? Raw.text(Boolean.toString(text.value().length() > 1))
        : hops;
  }

  @Test
  void an_answer_becomes_readings_by_the_rows_whatever_their_case() {
    AnswerItem item = item("Relay", Map.of("HOPS", Raw.text("60"), "Unheard", Raw.text("x")));

    HostState.Read read = read(connection("EX01"), answer(item));

    Observed relay = read.kinds().get(KIND).resources().get(0);
    assertThat(relay.settings().get(HOPS)).contains(new Reading<>(Seen.of(60L), Raw.text("60")));
    assertThat(relay.settings().get(MANY)).map(Reading::seen).contains(Seen.of(true));
    assertThat(relay.unread()).isEmpty();
    assertThat(read.at()).contains(NOW);
  }

  @Test
  void a_row_made_of_one_that_was_not_read_is_not_read_either() {
    AnswerItem silent = item("Silent", Map.of());
    AnswerItem refused = item("Refused", Map.of("Hops", new Raw.Unread("not permitted")));

    List<Observed> found =
        read(connection("EX01"), answer(silent, refused)).kinds().get(KIND).resources();

    assertThat(found.get(0).unread())
        .containsExactly(Map.entry(MANY, "the answer does not mention Hops"));
    assertThat(found.get(1).unread())
        .containsEntry(HOPS, "not permitted")
        .containsEntry(MANY, "not permitted");
    assertThat(found.get(1).settings().get(HOPS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PT2H, 2026-11-24T10:00:00Z", // just young enough
    "PT2H, 2026-11-24T12:15:00Z", // clocks differ
    "PT24H, 2026-11-23T12:00:00Z"
  })
  void an_answer_that_is_young_enough_is_taken(Duration limit, Instant read) {
    HostState state = ask(connection("EX01", limit), answerOf(Optional.of(read), item("A")));

    assertThat(state).isInstanceOf(HostState.Read.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "PT2H; 2026-11-24T09:59:59Z; longer ago than maxAge (2 h) allows",
        "PT90M; 2026-11-24T10:00:00Z; longer ago than maxAge (1 h 30 min) allows",
        "PT30S; 2026-11-24T11:00:00Z; longer ago than maxAge (30 s) allows",
        "PT2H; 2026-11-24T12:15:01Z; which is in the future"
      })
  void an_answer_that_is_too_old_or_of_the_future_is_not(Duration limit, Instant read, String why) {
    HostState state = ask(connection("EX01", limit), answerOf(Optional.of(read), item("A")));

    assertThat(unread(state).why()).contains(read.toString()).contains(why);
    assertThat(unread(state).fix()).isEqualTo("record EX01 again");
  }

  @Test
  void an_answer_of_no_known_time_is_taken_only_where_a_person_vouches() {
    Answer timeless = answerOf(Optional.empty(), item("A"));

    HostState doubted = ask(connection("EX01", Duration.ofDays(1)), timeless);
    HostState vouched = ask(connection("EX01"), timeless);

    assertThat(unread(doubted).why()).isEqualTo("the answer does not say when it was read");
    assertThat(unread(doubted).fix()).contains("maxAge: never");
    assertThat(vouched).isInstanceOf(HostState.Read.class);
  }

  @Test
  void maxAge_never_takes_an_answer_of_any_age() {
    Answer old = answerOf(Optional.of(Instant.parse("2007-01-01T00:00:00Z")), item("A"));

    assertThat(ask(connection("EX01"), old)).isInstanceOf(HostState.Read.class);
  }

  @Test
  void resources_of_other_servers_are_left_out_and_their_servers_told() {
    Answer answer =
        answer(item("A"), of("ex01", "B"), of("EX07", "C"), of("EX08", "D"), of("EX08", "E"));

    HostState.Read read = read(connection("EX01"), answer);

    assertThat(read.kinds().get(KIND).resources())
        .extracting(found -> found.address().name())
        .containsExactly("A", "B");
    assertThat(read.listing().servers()).isEqualTo(Map.of(KIND, Set.of("ex01", "EX07", "EX08")));
  }

  @Test
  void an_answer_about_other_servers_alone_is_no_answer() {
    HostState state = ask(connection("EX01"), answer(of("EX07", "C"), of("EX08", "D")));

    assertThat(unread(state).why())
        .isEqualTo("the answer holds no resource of EX01, only of EX07, EX08");
    assertThat(unread(state).fix()).contains("'server: EX07' to EX01");
  }

  @Test
  void an_answer_without_any_resource_is_no_answer() {
    HostState state = ask(connection("EX01"), answer());

    assertThat(unread(state).why()).isEqualTo("the answer holds no resource of EX01");
  }

  @Test
  void an_answer_that_could_read_nothing_says_why() {
    Answer refused =
        new Answer(Map.of(), Optional.of(NOW), true, Map.of(KIND, "not permitted"), List.of());

    HostState.Read read = read(connection("EX01"), refused);

    assertThat(read.kinds().get(KIND).unread()).contains("not permitted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Relay", "RELAY"})
  void two_resources_of_one_name_make_their_kind_unread(String second) {
    HostState.Read read = read(connection("EX01"), answer(item("Relay"), item(second)));

    KindState kind = read.kinds().get(KIND);
    assertThat(kind.unread()).contains("the answer holds '" + second + "' twice");
    assertThat(kind.resources()).isEmpty();
    assertThat(kind.complete()).isFalse();
  }

  @Test
  void an_answer_that_lists_every_kind_of_its_product_has_none_of_those_that_it_leaves_out() {
    Set<String> every = Set.of(Answer.EVERY_KIND);
    List<AnswerItem> one = List.of(item("Relay"));

    HostState.Read whole =
        read(
            connection("EX01"),
            new Answer(Map.of(), Optional.of(NOW), every, Map.of(), one, Set.of(), Map.of()));
    HostState.Read part =
        read(
            connection("EX01"),
            new Answer(
                Map.of(), Optional.of(NOW), Set.of(KIND), Map.of(), one, Set.of(), Map.of()));

    assertThat(whole.kinds().get("locks").complete()).isTrue();
    assertThat(whole.kinds().get("locks").resources()).isEmpty();
    assertThat(part.kinds()).doesNotContainKey("locks");
  }

  @Test
  void a_setting_in_two_spellings_makes_the_host_unread() {
    AnswerItem item = item("Relay", Map.of("Hops", Raw.text("60"), "HOPS", Raw.text("5")));

    assertThat(unread(ask(connection("EX01"), answer(item))).why())
        .contains("'Hops' of 'Relay' is there twice");
  }

  @Test
  void a_name_that_is_no_setting_may_be_here_twice() {
    AnswerItem item = item("Relay", Map.of("Unheard", Raw.text("a"), "UNHEARD", Raw.text("b")));

    assertThat(ask(connection("EX01"), answer(item))).isInstanceOf(HostState.Read.class);
  }

  @Test
  void a_fact_in_two_spellings_makes_the_host_unread() {
    Answer answer =
        new Answer(
            Map.of("ServerRole", "Mailbox", "serverrole", "Edge"),
            Optional.of(NOW),
            true,
            Map.of(),
            List.of(item("A")));

    assertThat(unread(ask(connection("EX01"), answer)).why()).contains("is there twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Gates", "gate", "weirs"})
  void a_kind_that_does_not_exist_makes_the_host_unread(String kind) {
    AnswerItem item = new AnswerItem(kind, "A", Optional.empty(), Map.of(), LastChange.unknown());
    Answer unread = new Answer(Map.of(), Optional.of(NOW), true, Map.of(kind, "x"), List.of());
    Answer none =
        new Answer(Map.of(), Optional.of(NOW), true, Map.of(), List.of(item("A")), Set.of(kind));
    Answer complete =
        new Answer(
            Map.of(),
            Optional.of(NOW),
            Set.of(KIND, kind),
            Map.of(),
            List.of(item("A")),
            Set.of(),
            Map.of());

    Answer listed =
        new Answer(
            Map.of(),
            Optional.of(NOW),
            Set.of(),
            Map.of(),
            List.of(item("A")),
            Set.of(),
            Map.of(kind, Set.of("EX07")));

    for (Answer answer : List.of(answer(item("A"), item), unread, none, complete, listed)) {
      assertThat(unread(ask(connection("EX01"), answer)).why())
          .contains("there is no kind '" + kind + "'");
    }
  }

  @ParameterizedTest
  @CsvSource({"EX01, EX02, false", "EX02, EX01, false", "EX02, EX03, true", "EX01, ex01, true"})
  void a_row_whose_server_and_identity_differ_makes_both_hosts_unread(
      String server, String identity, boolean read) {
    AnswerItem own = of("EX01", "Own");
    AnswerItem row =
        new AnswerItem(
            KIND,
            "A",
            Optional.of(server),
            Map.of("Identity", Raw.text(identity + "\\A")),
            LastChange.unknown());

    HostState state = ask(connection("EX01"), answer(own, row));

    assertThat(state instanceof HostState.Read).isEqualTo(read);
  }

  /** Below its server in the directory. */
  private static final String STANDS =
      "CN=A,CN=SMTP Receive Connectors,CN=Protocols,CN=%s,CN=Servers,CN=Exchange Administrative"
          + " Group,CN=Administrative Groups,CN=Corp,CN=Microsoft Exchange,DC=corp";

  @ParameterizedTest
  @CsvSource({
    "identity, EX02\\A",
    "IDENTITY, EX01\\B",
    "Name, B",
    "name, B",
    "SERVER, EX02",
    "DistinguishedName, EX02",
    "distinguishedname, EX02"
  })
  void a_row_that_says_two_things_of_itself_makes_the_host_unread(String property, String value) {
    String told =
        property.startsWith("D") || property.startsWith("d") ? STANDS.formatted(value) : value;
    AnswerItem row =
        new AnswerItem(
            KIND, "A", Optional.of("EX01"), Map.of(property, Raw.text(told)), LastChange.unknown());

    assertThat(unread(ask(connection("EX01"), answer(row))).why())
        .startsWith("the answer contradicts itself: 'A' is");
  }

  @ParameterizedTest
  @CsvSource({"EX01, true", "ex01, true", "EX02, false"})
  void a_row_that_names_no_server_is_of_the_one_that_it_stands_below(String server, boolean own) {
    AnswerItem row =
        new AnswerItem(
            KIND,
            "A",
            Optional.empty(),
            Map.of("DistinguishedName", Raw.text(STANDS.formatted(server))),
            LastChange.unknown());

    HostState state = ask(connection("EX01"), answer(row));

    assertThat(state instanceof HostState.Read).isEqualTo(own);
  }

  @Test
  void an_answer_lists_all_of_the_kinds_that_it_names_and_of_no_other() {
    List<AnswerItem> items =
        List.of(
            item("A"),
            new AnswerItem("locks", "B", Optional.empty(), Map.of(), LastChange.unknown()));
    Answer some =
        new Answer(Map.of(), Optional.of(NOW), Set.of(KIND), Map.of(), items, Set.of(), Map.of());

    HostState.Read read = read(connection("EX01"), some);

    assertThat(read.kinds().get(KIND).complete()).isTrue();
    assertThat(read.kinds().get("locks").complete()).isFalse();
  }

  @Test
  void what_speaks_against_a_listing_is_stronger_than_whoever_vouches() {
    Answer cut =
        new Answer(
            Map.of(),
            Optional.of(NOW),
            Set.of(KIND),
            Map.of(),
            List.of(item("A")),
            Set.of(),
            Map.of(),
            Optional.of("the shell reports an error"));
    HostConnection doubted = connection("EX01");
    HostConnection vouched =
        new HostConnection("EX01", "EX01", doubted.way(), Optional.empty(), true, doubted.place());

    KindState kind = read(vouched, cut).kinds().get(KIND);

    assertThat(kind.complete()).isFalse();
    assertThat(kind.gap()).contains("the shell reports an error");
  }

  @Test
  void a_kind_that_could_not_be_read_says_why() {
    Answer answer =
        new Answer(
            Map.of(), Optional.of(NOW), true, Map.of("locks", "not permitted"), List.of(item("A")));

    HostState.Read read = read(connection("EX01"), answer);

    assertThat(read.kinds().get("locks"))
        .isEqualTo(new KindState(false, Optional.of("not permitted"), List.of()));
    assertThat(read.kinds().get(KIND).complete()).isTrue();
  }

  @Test
  void a_kind_is_complete_if_the_answer_or_a_person_says_so() {
    Answer some = new Answer(Map.of(), Optional.of(NOW), false, Map.of(), List.of(item("A")));
    HostConnection doubted = connection("EX01");
    HostConnection vouched =
        new HostConnection("EX01", "EX01", doubted.way(), Optional.empty(), true, doubted.place());

    assertThat(read(doubted, some).kinds().get(KIND).complete()).isFalse();
    assertThat(read(vouched, some).kinds().get(KIND).complete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 32})
  void the_result_does_not_depend_on_how_many_are_asked_at_a_time(int parallel) {
    AnswerSource source = connection -> asked(connection.host());

    var states = new Survey(source, parallel, SurveyProgress.silent()).of(fleet(60), GATES, NOW);

    assertThat(states).hasSize(60);
    states.forEach((host, state) -> assertThat(told(state)).as(host).isEqualTo(told(host)));
  }

  private static HostAnswer asked(String host) {
    return host.endsWith("0")
        ? new HostAnswer.Failed("no route to " + host, "switch it on")
        : new HostAnswer.Answered(answer(item(host)));
  }

  private static String told(String host) {
    return host.endsWith("0") ? "no route to " + host : host;
  }

  private static String told(HostState state) {
    return state instanceof HostState.Read read
        ? read.kinds().get(KIND).resources().get(0).address().name()
        : unread(state).why();
  }

  @Test
  void progress_counts_every_host_once_the_dead_ones_too() {
    List<String> told = Collections.synchronizedList(new ArrayList<>());
    List<Integer> counts = Collections.synchronizedList(new ArrayList<>());
    SurveyProgress progress =
        (host, done, all) -> {
          told.add(host + " of " + all);
          counts.add(done);
        };

    var unused =
        new Survey(connection -> asked(connection.host()), 8, progress).of(fleet(20), GATES, NOW);

    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            fleet(20).stream().map(host -> host.host() + " of 20").toList());
    assertThat(counts)
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 20).boxed().toList());
    assertThat(unused).hasSize(20);
  }

  @Test
  void nobody_to_ask_is_nothing_found() {
    AnswerSource source = connection -> asked(connection.host());

    SortedMap<String, HostState> states =
        new Survey(source, 8, SurveyProgress.silent()).of(List.of(), GATES, NOW);

    assertThat(states).isEmpty();
  }

  private static HostState ask(HostConnection connection, Answer answer) {
    AnswerSource source = any -> new HostAnswer.Answered(answer);
    return new Survey(source, 1, SurveyProgress.silent())
        .of(List.of(connection), GATES, NOW)
        .get(connection.host());
  }

  private static HostState.Read read(HostConnection connection, Answer answer) {
    HostState state = ask(connection, answer);
    assertThat(state).isInstanceOf(HostState.Read.class);
    return (HostState.Read) state;
  }

  private static HostState.Unread unread(HostState state) {
    assertThat(state).isInstanceOf(HostState.Unread.class);
    return (HostState.Unread) state;
  }

  private static List<HostConnection> fleet(int hosts) {
    return IntStream.rangeClosed(1, hosts)
        .mapToObj(i -> connection("EX%02d".formatted(i)))
        .toList();
  }

  /** A connection of its own way, that vouches for the age. */
  private static HostConnection connection(String host) {
    return new HostConnection(
        host,
        host,
        new HostWay.Recorded(Path.of(host)),
        Optional.empty(),
        false,
        new Place("relay-connections.yaml", 2, 3));
  }

  private static HostConnection connection(String host, Duration maxAge) {
    HostConnection any = connection(host);
    return new HostConnection(host, host, any.way(), Optional.of(maxAge), false, any.place());
  }

  private static Answer answer(AnswerItem... items) {
    return answerOf(Optional.of(NOW), items);
  }

  private static Answer answerOf(Optional<Instant> at, AnswerItem... items) {
    return new Answer(Map.of(), at, true, Map.of(), List.of(items));
  }

  private static AnswerItem item(String name) {
    return item(name, Map.of("Hops", Raw.text("60")));
  }

  private static AnswerItem item(String name, Map<String, Raw> values) {
    return new AnswerItem(KIND, name, Optional.empty(), values, LastChange.unknown());
  }

  private static AnswerItem of(String server, String name) {
    return new AnswerItem(KIND, name, Optional.of(server), Map.of(), LastChange.unknown());
  }
}
