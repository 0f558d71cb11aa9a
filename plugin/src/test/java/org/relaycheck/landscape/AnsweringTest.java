package org.relaycheck.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.value.AddressSet;
import org.relaycheck.value.Binding;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Seen;
import org.relaycheck.value.Types;

class AnsweringTest {

  private static final String ALL =
      "0.0.0.0-255.255.255.255,::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff";
  private static final String ANYWHERE = "0.0.0.0:25,[::]:25";

  private static final Listener FRONTEND = listener("Default Frontend", ANYWHERE, ALL);
  private static final Listener RELAY = listener("Relay", "0.0.0.0:25", "192.0.2.0/24");

  @Test
  void the_narrowest_range_around_the_client_wins() {
    Listener wider = listener("Wider", "0.0.0.0:25", "192.0.0.0/16");

    assertThat(answer("192.0.2.10", FRONTEND, wider, RELAY)).isEqualTo(by("Relay"));
    assertThat(answer("192.0.9.10", FRONTEND, wider, RELAY)).isEqualTo(by("Wider"));
    assertThat(answer("203.0.113.1", FRONTEND, wider, RELAY)).isEqualTo(by("Default Frontend"));
  }

  @Test
  void only_the_range_that_the_client_is_in_is_weighed() {
    Listener scattered = listener("Scattered", "0.0.0.0:25", "192.0.2.10,203.0.113.0/24");

    assertThat(answer("192.0.2.10", FRONTEND, RELAY, scattered)).isEqualTo(by("Scattered"));
    assertThat(answer("192.0.2.11", FRONTEND, RELAY, scattered)).isEqualTo(by("Relay"));
  }

  @Test
  void a_disabled_connector_answers_nobody() {
    Listener off = changed(RELAY, Seen.of(false), RELAY.role());

    assertThat(answer("192.0.2.10", FRONTEND, off)).isEqualTo(by("Default Frontend"));
    assertThat(answer("192.0.2.10", off)).isInstanceOf(Answering.Nobody.class);
  }

  @Test
  void a_connector_on_another_port_answers_nobody_here() {
    Listener client = listener("Client", "0.0.0.0:587", "192.0.2.10");

    assertThat(answer("192.0.2.10", FRONTEND, client)).isEqualTo(by("Default Frontend"));
  }

  @Test
  void nobody_answers_who_is_in_no_range_and_the_reason_names_both_ends() {
    assertThat(answer("203.0.113.1", RELAY))
        .isEqualTo(
            new Answering.Nobody(
                "no enabled connector listens on 198.51.100.5 port 25 and serves 203.0.113.1"));
  }

  @Test
  void a_binding_of_another_address_does_not_listen_here() {
    Listener other = listener("Other", "198.51.100.6:25", "192.0.2.10");

    assertThat(answer("192.0.2.10", FRONTEND, other)).isEqualTo(by("Default Frontend"));
  }

  @Test
  void
      a_binding_of_the_called_address_wins_over_all_addresses_where_the_ranges_are_equal_or_agree() {
    Listener narrow = listener("Narrow", "198.51.100.5:25", "192.0.2.10");
    Listener equal = listener("Equal", "198.51.100.5:25", ALL);

    assertThat(answer("192.0.2.10", FRONTEND, narrow)).isEqualTo(by("Narrow"));
    assertThat(answer("192.0.2.10", FRONTEND, equal)).isEqualTo(by("Equal"));
  }

  @Test
  void a_binding_of_the_called_address_against_a_narrower_range_is_not_told() {
    Listener here = listener("Here", "198.51.100.5:25", ALL);

    assertThat(answer("192.0.2.10", RELAY, here))
        .isEqualTo(
            new Answering.Untold(
                "'Here' listens on the called address itself and 'Relay' serves the narrower"
                    + " range; which of the two counts is not documented"));
  }

  @Test
  void a_connector_on_the_called_address_that_shuns_the_client_makes_it_untold() {
    Listener here = listener("Here", "198.51.100.5:25", "203.0.113.0/24");

    assertThat(untold(answer("192.0.2.10", RELAY, here)))
        .contains("'Here' listens on the called address itself and does not serve the client");
  }

  @Test
  void a_server_whose_address_is_not_known_is_told_where_no_binding_names_one() {
    Contact contact = new Contact(addresses("192.0.2.10"), Optional.empty(), 25);

    assertThat(Answering.of(List.of(FRONTEND, RELAY), contact)).isEqualTo(by("Relay"));
  }

  @Test
  void a_server_whose_address_is_not_known_is_not_told_where_a_binding_names_one() {
    Contact contact = new Contact(addresses("192.0.2.10"), Optional.empty(), 25);
    Listener one = listener("One", "198.51.100.6:25", "192.0.2.10");

    assertThat(untold(Answering.of(List.of(FRONTEND, one), contact)))
        .isEqualTo("it is not known whether 'One' listens there");
    assertThat(untold(Answering.of(List.of(one), contact))).contains("whether 'One' listens");
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8::10, 2001:db8:ffff::5, Relay six",
    "2001:db9::10, 2001:db8:ffff::5, Default Frontend",
    "192.0.2.10, 198.51.100.5, Relay"
  })
  void the_two_address_families_do_not_mix(String from, String to, String expected) {
    Listener six = listener("Relay six", "[::]:25", "2001:db8::/32");

    Answering answer = Answering.of(List.of(FRONTEND, RELAY, six), contact(from, to));

    assertThat(answer).isEqualTo(by(expected));
  }

  @Test
  void an_ipv6_address_in_another_spelling_is_the_same_address() {
    Listener six = listener("Six", "[2001:DB8:0:0::5]:25", ALL);

    assertThat(Answering.of(List.of(six), contact("2001:db8::10", "2001:db8::5")))
        .isEqualTo(by("Six"));
  }

  @Test
  void ranges_that_overlap_in_part_are_not_told() {
    Listener low = listener("Low", "0.0.0.0:25", "192.0.2.0-192.0.2.20");
    Listener high = listener("High", "0.0.0.0:25", "192.0.2.10-192.0.2.30");

    assertThat(untold(answer("192.0.2.15", FRONTEND, low, high)))
        .contains("overlap and neither holds the other")
        .contains("'Low'")
        .contains("'High'");
    assertThat(answer("192.0.2.5", FRONTEND, low, high)).isEqualTo(by("Low"));
  }

  @Test
  void two_connectors_that_differ_in_nothing_are_not_told() {
    Listener twin = listener("Twin", "0.0.0.0:25", "192.0.2.0/24");

    assertThat(untold(answer("192.0.2.10", RELAY, twin))).contains("serve the same range");
  }

  @Test
  void connectors_of_two_services_on_one_address_and_port_are_not_told() {
    Listener hub = changed(RELAY, Seen.of(true), Seen.of("HubTransport"));

    assertThat(untold(answer("192.0.2.10", FRONTEND, hub))).contains("two transport services");
  }

  @Test
  void a_role_that_was_not_read_does_not_matter() {
    Listener unread = changed(RELAY, Seen.of(true), Seen.notUnderstood("no right"));

    assertThat(answer("192.0.2.10", FRONTEND, unread)).isEqualTo(by("Relay"));
  }

  @Test
  void an_unread_flag_matters_where_the_connector_would_win() {
    Listener maybe = changed(RELAY, Seen.notUnderstood("no right"), RELAY.role());

    assertThat(untold(answer("192.0.2.10", FRONTEND, maybe)))
        .isEqualTo("it is not known whether 'Relay' is enabled (no right)");
    assertThat(answer("203.0.113.1", FRONTEND, maybe)).isEqualTo(by("Default Frontend"));
  }

  @Test
  void an_unread_flag_of_a_wider_connector_does_not_matter() {
    Listener maybe = changed(FRONTEND, Seen.notUnderstood("no right"), FRONTEND.role());

    assertThat(answer("192.0.2.10", maybe, RELAY)).isEqualTo(by("Relay"));
  }

  @Test
  void an_unread_flag_of_a_twin_matters() {
    Listener twin = listener("Twin", "0.0.0.0:25", "192.0.2.0/24");
    Listener maybe = changed(twin, Seen.notUnderstood("no right"), twin.role());

    assertThat(untold(answer("192.0.2.10", RELAY, maybe))).contains("'Twin' is enabled");
  }

  @Test
  void unread_ranges_matter_unless_the_connector_cannot_be_called() {
    Listener maybe = unranged("0.0.0.0:25");
    Listener elsewhere = unranged("0.0.0.0:587");

    assertThat(untold(answer("192.0.2.10", RELAY, maybe)))
        .isEqualTo("it is not known whether 'Unread' serves all of it (cut off)");
    assertThat(answer("192.0.2.10", RELAY, elsewhere)).isEqualTo(by("Relay"));
  }

  @Test
  void unread_bindings_matter_unless_the_ranges_decide() {
    Seen<Set<Binding>> unread = Seen.notUnderstood("cut off");
    Listener narrow =
        new Listener("Narrow", Seen.of(true), unread, Seen.of(addresses("192.0.2.10")), role());
    Listener wide = new Listener("Wide", Seen.of(true), unread, Seen.of(addresses(ALL)), role());
    Listener here = listener("Here", "198.51.100.5:25", "192.0.2.0/24");

    assertThat(untold(answer("192.0.2.10", here, narrow))).contains("'Narrow' listens there");
    assertThat(untold(answer("192.0.2.10", RELAY, wide))).contains("'Wide' listens there");
    assertThat(answer("192.0.2.10", here, wide)).isEqualTo(by("Here"));
  }

  @Test
  void empty_bindings_and_ranges_answer_nobody() {
    Listener unbound =
        new Listener("Unbound", Seen.of(true), Seen.nothing(), RELAY.ranges(), role());
    Listener closed =
        new Listener("Closed", Seen.of(true), RELAY.bindings(), Seen.nothing(), role());

    assertThat(answer("192.0.2.10", FRONTEND, unbound, closed)).isEqualTo(by("Default Frontend"));
  }

  @Test
  void clients_of_several_addresses_are_told_where_one_connector_answers_all() {
    Listener one = listener("One", "0.0.0.0:25", "192.0.2.10");

    assertThat(answer("192.0.2.10-192.0.2.20", FRONTEND, RELAY)).isEqualTo(by("Relay"));
    assertThat(untold(answer("192.0.2.10-192.0.2.20", FRONTEND, RELAY, one)))
        .contains("'One' serves all of it");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_order_of_connectors_does_not_matter_and_the_winner_serves_the_client(long seed) {
    Random random = new Random(seed);
    List<Listener> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String binding = random.nextBoolean() ? "0.0.0.0:25" : "198.51.100.5:25";
      String range = "192.0.2." + random.nextInt(256) + "/" + (22 + random.nextInt(11));
      all.add(listener("C" + i, binding, range));
    }
    Contact contact = contact("192.0.2." + random.nextInt(256), "198.51.100.5");

    Answering first = Answering.of(all, contact);
    Collections.shuffle(all, random);
    Answering second = Answering.of(all, contact);

    assertThat(second.getClass()).as("seed %d", seed).isEqualTo(first.getClass());
    if (first instanceof Answering.By winner) {
      assertThat(second).as("seed %d", seed).isEqualTo(first);
      assertThat(all)
          .as("seed %d", seed)
          .filteredOn(one -> one.name().equals(winner.connector()))
          .allMatch(
              one -> one.ranges().known().orElseThrow().rangeAround(contact.source()).isPresent());
    }
  }

  static LongStream seeds() {
    return LongStream.range(1, 60);
  }

  private static Answering answer(String from, Listener... connectors) {
    return Answering.of(List.of(connectors), contact(from, "198.51.100.5"));
  }

  private static Contact contact(String from, String to) {
    return new Contact(addresses(from), Optional.of(addresses(to)), 25);
  }

  private static Answering by(String name) {
    return new Answering.By(name);
  }

  private static String untold(Answering answer) {
    assertThat(answer).isInstanceOf(Answering.Untold.class);
    return answer instanceof Answering.Untold untold ? untold.why() : "";
  }

  private static Listener unranged(String binding) {
    return new Listener(
        "Unread",
        Seen.of(true),
        Types.BINDING_SET.read(Raw.text(binding)),
        Seen.notUnderstood("cut off"),
        role());
  }

  private static Listener changed(Listener one, Seen<Boolean> enabled, Seen<String> role) {
    return new Listener(one.name(), enabled, one.bindings(), one.ranges(), role);
  }

  private static Listener listener(String name, String bindings, String ranges) {
    return new Listener(
        name,
        Seen.of(true),
        Types.BINDING_SET.read(Raw.text(bindings)),
        Types.ADDRESS_SET.read(Raw.text(ranges)),
        role());
  }

  private static Seen<String> role() {
    return Seen.of("FrontendTransport");
  }

  private static AddressSet addresses(String text) {
    return Types.ADDRESS_SET.read(Raw.text(text)).known().orElseThrow();
  }
}
