package org.relaycheck.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.BINDINGS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.ENABLED;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.REMOTE_IP_RANGES;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.TRANSPORT_ROLE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Types;
import org.relaycheck.value.address.AddressSet;

class AnsweringOrderTest {

  private static final String ALL =
      "0.0.0.0-255.255.255.255,::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff";
  private static final String ANYWHERE = "0.0.0.0:25,[::]:25";

  private static final ReadConnector FRONTEND = listener("Default Frontend", ANYWHERE, ALL);
  private static final ReadConnector RELAY = listener("Relay", "0.0.0.0:25", "192.0.2.0/24");

  @Test
  void the_narrowest_range_around_the_client_wins() {
    ReadConnector wider = listener("Wider", "0.0.0.0:25", "192.0.0.0/16");

    assertThat(who(answer("192.0.2.10", FRONTEND, wider, RELAY))).isEqualTo("Relay");
    assertThat(who(answer("192.0.9.10", FRONTEND, wider, RELAY))).isEqualTo("Wider");
    assertThat(who(answer("203.0.113.1", FRONTEND, wider, RELAY))).isEqualTo("Default Frontend");
  }

  @Test
  void only_the_range_that_the_client_is_in_is_weighed() {
    ReadConnector scattered = listener("Scattered", "0.0.0.0:25", "192.0.2.10,203.0.113.0/24");

    assertThat(who(answer("192.0.2.10", FRONTEND, RELAY, scattered))).isEqualTo("Scattered");
    assertThat(who(answer("192.0.2.11", FRONTEND, RELAY, scattered))).isEqualTo("Relay");
  }

  @Test
  void a_disabled_connector_answers_nobody() {
    ReadConnector off = relay("Relay").with(ENABLED, "false");

    assertThat(who(answer("192.0.2.10", FRONTEND, off))).isEqualTo("Default Frontend");
    assertThat(answer("192.0.2.10", off)).isInstanceOf(AnsweringOrder.Nobody.class);
  }

  @Test
  void a_connector_on_another_port_answers_nobody_here() {
    ReadConnector client = listener("Client", "0.0.0.0:587", "192.0.2.10");

    assertThat(who(answer("192.0.2.10", FRONTEND, client))).isEqualTo("Default Frontend");
  }

  @Test
  void nobody_answers_who_is_in_no_range_and_the_reason_names_both_ends() {
    assertThat(answer("203.0.113.1", RELAY))
        .isEqualTo(
            new AnsweringOrder.Nobody(
                "no enabled connector listens on 198.51.100.5 port 25 and serves 203.0.113.1"));
  }

  @Test
  void a_binding_of_another_address_does_not_listen_here() {
    ReadConnector other = listener("Other", "198.51.100.6:25", "192.0.2.10");

    assertThat(who(answer("192.0.2.10", FRONTEND, other))).isEqualTo("Default Frontend");
  }

  @Test
  void
      a_binding_of_the_called_address_wins_over_all_addresses_where_the_ranges_are_equal_or_agree() {
    ReadConnector narrow = listener("Narrow", "198.51.100.5:25", "192.0.2.10");
    ReadConnector equal = listener("Equal", "198.51.100.5:25", ALL);

    assertThat(who(answer("192.0.2.10", FRONTEND, narrow))).isEqualTo("Narrow");
    assertThat(who(answer("192.0.2.10", FRONTEND, equal))).isEqualTo("Equal");
  }

  @Test
  void a_binding_of_the_called_address_against_a_narrower_range_is_not_told() {
    ReadConnector here = listener("Here", "198.51.100.5:25", ALL);

    assertThat(answer("192.0.2.10", RELAY, here))
        .isEqualTo(
            new AnsweringOrder.Undecided(
                "'Here' listens on the called address itself and 'Relay' serves the narrower"
                    + " range; which of the two counts is not documented"));
  }

  @Test
  void a_connector_on_the_called_address_that_shuns_the_client_makes_it_untold() {
    ReadConnector here = listener("Here", "198.51.100.5:25", "203.0.113.0/24");

    assertThat(undecided(answer("192.0.2.10", RELAY, here)))
        .contains("'Here' listens on the called address itself and does not serve the client");
  }

  @Test
  void a_server_whose_address_is_not_known_is_told_where_no_binding_names_one() {
    CallingClient contact = new CallingClient(addresses("192.0.2.10"), Optional.empty(), 25);

    assertThat(who(answer(contact, List.of(FRONTEND, RELAY)))).isEqualTo("Relay");
  }

  @Test
  void a_server_whose_address_is_not_known_is_not_told_where_a_binding_names_one() {
    CallingClient contact = new CallingClient(addresses("192.0.2.10"), Optional.empty(), 25);
    ReadConnector one = listener("One", "198.51.100.6:25", "192.0.2.10");

    assertThat(undecided(answer(contact, List.of(FRONTEND, one))))
        .isEqualTo("it is not known whether 'One' listens there");
    assertThat(undecided(answer(contact, List.of(one)))).contains("whether 'One' listens");
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8::10, 2001:db8:ffff::5, Relay six",
    "2001:db9::10, 2001:db8:ffff::5, Default Frontend",
    "192.0.2.10, 198.51.100.5, Relay"
  })
  void the_two_address_families_do_not_mix(String from, String to, String expected) {
    ReadConnector six = listener("Relay six", "[::]:25", "2001:db8::/32");

    AnsweringOrder answer = answer(contact(from, to), List.of(FRONTEND, RELAY, six));

    assertThat(who(answer)).isEqualTo(expected);
  }

  @Test
  void an_ipv6_address_in_another_spelling_is_the_same_address() {
    ReadConnector six = listener("Six", "[2001:DB8:0:0::5]:25", ALL);

    assertThat(who(answer(contact("2001:db8::10", "2001:db8::5"), List.of(six)))).isEqualTo("Six");
  }

  @Test
  void ranges_that_overlap_in_part_are_not_told() {
    ReadConnector low = listener("Low", "0.0.0.0:25", "192.0.2.0-192.0.2.20");
    ReadConnector high = listener("High", "0.0.0.0:25", "192.0.2.10-192.0.2.30");

    assertThat(undecided(answer("192.0.2.15", FRONTEND, low, high)))
        .contains("overlap and neither holds the other")
        .contains("'Low'")
        .contains("'High'");
    assertThat(who(answer("192.0.2.5", FRONTEND, low, high))).isEqualTo("Low");
  }

  @Test
  void two_connectors_that_differ_in_nothing_are_not_told() {
    ReadConnector twin = listener("Twin", "0.0.0.0:25", "192.0.2.0/24");

    assertThat(undecided(answer("192.0.2.10", RELAY, twin))).contains("serve the same range");
  }

  @Test
  void connectors_of_two_services_on_one_address_and_port_are_not_told() {
    ReadConnector hub = relay("Relay").with(TRANSPORT_ROLE, "HubTransport");

    assertThat(undecided(answer("192.0.2.10", FRONTEND, hub))).contains("two transport services");
  }

  @Test
  void a_role_that_was_not_read_does_not_matter() {
    ReadConnector unread = relay("Relay").unread(TRANSPORT_ROLE);

    assertThat(who(answer("192.0.2.10", FRONTEND, unread))).isEqualTo("Relay");
  }

  @Test
  void an_unread_flag_matters_where_the_connector_would_win() {
    ReadConnector maybe = relay("Relay").unread(ENABLED);

    assertThat(undecided(answer("192.0.2.10", FRONTEND, maybe)))
        .isEqualTo(
            "it is not known whether 'Relay' is enabled (Enabled is not known: access denied)");
    assertThat(who(answer("203.0.113.1", FRONTEND, maybe))).isEqualTo("Default Frontend");
  }

  @Test
  void an_unread_flag_of_a_wider_connector_does_not_matter() {
    ReadConnector maybe = listener("Default Frontend", ANYWHERE, ALL).unread(ENABLED);

    assertThat(who(answer("192.0.2.10", maybe, RELAY))).isEqualTo("Relay");
  }

  @Test
  void an_unread_flag_of_a_twin_matters() {
    ReadConnector maybe = relay("Twin").unread(ENABLED);

    assertThat(undecided(answer("192.0.2.10", RELAY, maybe))).contains("'Twin' is enabled");
  }

  @Test
  void unread_ranges_matter_unless_the_connector_cannot_be_called() {
    ReadConnector maybe = unranged("0.0.0.0:25");
    ReadConnector elsewhere = unranged("0.0.0.0:587");

    assertThat(undecided(answer("192.0.2.10", RELAY, maybe)))
        .isEqualTo(
            "it is not known whether 'Unread' serves all of it (RemoteIPRanges is not known: access"
                + " denied)");
    assertThat(who(answer("192.0.2.10", RELAY, elsewhere))).isEqualTo("Relay");
  }

  @Test
  void unread_bindings_matter_unless_the_ranges_decide() {
    ReadConnector narrow = listener("Narrow", "0.0.0.0:25", "192.0.2.10").unread(BINDINGS);
    ReadConnector wide = listener("Wide", "0.0.0.0:25", ALL).unread(BINDINGS);
    ReadConnector here = listener("Here", "198.51.100.5:25", "192.0.2.0/24");

    assertThat(undecided(answer("192.0.2.10", here, narrow))).contains("'Narrow' listens there");
    assertThat(undecided(answer("192.0.2.10", RELAY, wide))).contains("'Wide' listens there");
    assertThat(who(answer("192.0.2.10", here, wide))).isEqualTo("Here");
  }

  @Test
  void empty_bindings_and_ranges_answer_nobody() {
    ReadConnector unbound = relay("Unbound").with(BINDINGS);
    ReadConnector closed = relay("Closed").with(REMOTE_IP_RANGES);

    assertThat(who(answer("192.0.2.10", FRONTEND, unbound, closed))).isEqualTo("Default Frontend");
  }

  @Test
  void clients_of_several_addresses_are_told_where_one_connector_answers_all() {
    ReadConnector one = listener("One", "0.0.0.0:25", "192.0.2.10");

    assertThat(who(answer("192.0.2.10-192.0.2.20", FRONTEND, RELAY))).isEqualTo("Relay");
    assertThat(undecided(answer("192.0.2.10-192.0.2.20", FRONTEND, RELAY, one)))
        .contains("'One' serves all of it");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_order_of_connectors_does_not_matter_and_the_winner_serves_the_client(long seed) {
    Random random = new Random(seed);
    List<ReadConnector> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String binding = random.nextBoolean() ? "0.0.0.0:25" : "198.51.100.5:25";
      String range = "192.0.2." + random.nextInt(256) + "/" + (22 + random.nextInt(11));
      all.add(listener("C" + i, binding, range));
    }
    CallingClient contact = contact("192.0.2." + random.nextInt(256), "198.51.100.5");

    AnsweringOrder first = answer(contact, all);
    Collections.shuffle(all, random);
    AnsweringOrder second = answer(contact, all);

    assertThat(who(second)).as("seed %d", seed).isEqualTo(who(first));
    if (first instanceof AnsweringOrder.By winner) {
      AddressSet ranges = winner.who().known(REMOTE_IP_RANGES).value().orElseThrow();
      assertThat(ranges.rangeAround(contact.source())).as("seed %d", seed).isPresent();
    }
  }

  static LongStream seeds() {
    return LongStream.range(1, 60);
  }

  /** The order of scripts keeps apart by the same fact what nobody could tell apart. */
  @ParameterizedTest
  @MethodSource("seeds")
  void who_answers_both_cannot_be_told_exactly_where_exchange_refuses_the_two(long seed) {
    Random random = new Random(seed);
    int client = random.nextInt(256);
    ReadConnector one = around(client, random, "One");
    ReadConnector other = around(client, random, "Other");
    List<Connector> read =
        ReadConnector.landscape(List.of(one, other)).servers().get(0).connectors();

    boolean clash =
        ListeningPlace.of(read.get(0).outlook()).clashes(ListeningPlace.of(read.get(1).outlook()));

    AnsweringOrder answer = answer("192.0.2." + client, one, other);
    assertThat(answer instanceof AnsweringOrder.Undecided)
        .as("seed %d: %s", seed, answer)
        .isEqualTo(clash);
  }

  /** A connector on every address that serves a client. */
  private static ReadConnector around(int client, Random random, String name) {
    int least = random.nextInt(client + 1);
    int most = client + random.nextInt(256 - client);
    return listener(
            name,
            "0.0.0.0:25",
            random.nextInt(4) == 0 ? "192.0.2.0/24" : "192.0.2." + least + "-192.0.2." + most)
        .with(TRANSPORT_ROLE, random.nextInt(4) == 0 ? "HubTransport" : "FrontendTransport");
  }

  private static AnsweringOrder answer(String from, ReadConnector... connectors) {
    return answer(contact(from, "198.51.100.5"), List.of(connectors));
  }

  private static CallingClient contact(String from, String to) {
    return new CallingClient(addresses(from), Optional.of(addresses(to)), 25);
  }

  private static AnsweringOrder answer(CallingClient contact, List<ReadConnector> connectors) {
    Server server = ReadConnector.landscape(connectors).servers().get(0);
    return AnsweringOrder.of(server.connectors(), contact);
  }

  /** The name of the connector that answers, or what else came of it. */
  private static String who(AnsweringOrder answer) {
    return answer instanceof AnsweringOrder.By by
        ? by.who().name()
        : answer.getClass().getSimpleName();
  }

  private static String undecided(AnsweringOrder answer) {
    assertThat(answer).isInstanceOf(AnsweringOrder.Undecided.class);
    return answer instanceof AnsweringOrder.Undecided undecided ? undecided.why() : "";
  }

  private static ReadConnector unranged(String binding) {
    return listener("Unread", binding, ALL).unread(REMOTE_IP_RANGES);
  }

  private static ReadConnector relay(String name) {
    return listener(name, "0.0.0.0:25", "192.0.2.0/24");
  }

  private static ReadConnector listener(String name, String bindings, String ranges) {
    return ReadConnector.named(name)
        .with(ENABLED, "true")
        .with(BINDINGS, bindings.split(","))
        .with(REMOTE_IP_RANGES, ranges.split(","))
        .with(TRANSPORT_ROLE, "FrontendTransport");
  }

  private static AddressSet addresses(String text) {
    return Types.ADDRESS_SET.read(Raw.text(text)).known().orElseThrow();
  }
}
