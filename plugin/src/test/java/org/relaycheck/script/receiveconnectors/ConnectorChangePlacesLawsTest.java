package org.relaycheck.script.receiveconnectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.script.Script;
import org.relaycheck.standin.powershell.Shell;
import org.relaycheck.state.Statement;

/** Connectors that take each other's places: in one run, once, and back in one run. */
class ConnectorChangePlacesLawsTest {

  private static final int SEEDS = 60;
  private static final List<String> RANGES =
      List.of("192.0.2.0/28", "192.0.2.64/27", "198.51.100.0/24", "203.0.113.9");
  private static final List<String> NAMES = List.of("Delta", "Alpha", "Echo", "Bravo");

  private static Bench at(Bench bench, String name, String binding, String range) {
    bench.organisation.add(
        Bench.SERVER,
        name,
        Map.of(
            "TransportRole",
            "FrontendTransport",
            "Bindings",
            List.of(binding),
            "RemoteIPRanges",
            List.of(range),
            "PermissionGroups",
            "AnonymousUsers"));
    return bench;
  }

  private static Statement<?> serves(String... ranges) {
    return Bench.is(ReceiveConnectorRows.REMOTE_IP_RANGES, ranges);
  }

  private static Statement<?> listens(String binding) {
    return Bench.is(ReceiveConnectorRows.BINDINGS, binding);
  }

  @Test
  void any_exchange_of_ranges_is_one_run() {
    for (long seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int many = 2 + random.nextInt(NAMES.size() - 1);
      List<Integer> before = shuffled(many, random);
      List<Integer> after = shuffled(many, random);
      Bench bench = Bench.mailbox(random.nextBoolean());
      for (int i = 0; i < many; i++) {
        at(bench, NAMES.get(i), "0.0.0.0:25", RANGES.get(before.get(i)));
        bench.wants(NAMES.get(i), serves(RANGES.get(after.get(i))));
      }

      if (!before.equals(after)) {
        ScriptLawsTest.lawsHold(bench, bench.script(), "seed " + seed + before + after);
      }
    }
  }

  private static List<Integer> shuffled(int many, SplittableRandom random) {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      all.add(i);
    }
    Collections.shuffle(all, new Random(random.nextLong()));
    return all;
  }

  @Test
  void ports_that_are_handed_on_go_from_the_free_end_whatever_the_alphabet_says() {
    List<List<String>> chains =
        List.of(List.of("A", "B", "C"), List.of("C", "B", "A"), List.of("B", "C", "A"));
    for (List<String> chain : chains) {
      Bench bench = Bench.mailbox();
      for (int i = 0; i < chain.size(); i++) {
        at(bench, chain.get(i), "0.0.0.0:260" + i, "192.0.2.0/24");
        bench.wants(chain.get(i), listens("0.0.0.0:260" + (i + 1)));
      }

      ScriptLawsTest.lawsHold(bench, bench.script(), "chain " + chain);
    }
  }

  @Test
  void a_connector_takes_the_place_of_one_that_goes() {
    for (String made : List.of("Alpha", "Zulu")) {
      Bench bench = at(Bench.mailbox(), "Mike", "0.0.0.0:25", "192.0.2.0/28").wantsNo("Mike");
      bench.wants(
          made,
          Bench.is(ReceiveConnectorRows.TRANSPORT_ROLE, "FrontendTransport"),
          listens("0.0.0.0:25"),
          serves("192.0.2.0/28"));

      ScriptLawsTest.lawsHold(bench, bench.script(), made);
    }
  }

  @Test
  void between_the_two_turns_every_client_is_served() {
    Bench bench = at(Bench.mailbox(), "Alpha", "0.0.0.0:25", "192.0.2.0/28");
    at(bench, "Bravo", "0.0.0.0:25", "198.51.100.0/24");
    bench.wants("Alpha", serves("198.51.100.0/24")).wants("Bravo", serves("192.0.2.0/28"));
    Script script = bench.script();
    bench.organisation.after(
        "Set-ReceiveConnector",
        () ->
            bench.organisation.after(
                "Set-ReceiveConnector",
                () -> {
                  throw new org.relaycheck.standin.powershell.Fault("the line is gone");
                }));

    Shell.Result broken = bench.runAll(script.fix());

    assertThat(broken.code()).as(broken.said()).isEqualTo(1);
    assertThat((List<?>) bench.organisation.connector(Bench.SERVER, "Alpha").get("RemoteIPRanges"))
        .anyMatch("198.51.100.0/24"::equals);
    assertThat(bench.runAll(script.fix()).code()).isZero();
    assertThat(bench.drift().findings()).isEmpty();
  }

  @Test
  void half_of_the_switches_moves_nobody() {
    Bench bench = at(Bench.mailbox(), "Alpha", "0.0.0.0:25", "192.0.2.0/28");
    at(bench, "Bravo", "0.0.0.0:25", "198.51.100.0/24");
    bench.wants("Alpha", serves("198.51.100.0/24")).wants("Bravo", serves("192.0.2.0/28"));

    for (String only : List.of("AllowNarrowing", "AllowWidening")) {
      assertThat(bench.run(bench.script().fix(), only).code()).isEqualTo(2);
      assertThat(bench.organisation.writes()).isEmpty();
    }
  }

  @Test
  void ports_that_are_swapped_are_left_to_a_person_and_the_rest_is_done() {
    Bench bench = at(Bench.mailbox(), "Alpha", "0.0.0.0:2601", "192.0.2.0/24");
    at(bench, "Bravo", "0.0.0.0:2602", "192.0.2.0/24");
    bench
        .wants(
            "Alpha", listens("0.0.0.0:2602"), Bench.is(ReceiveConnectorRows.TARPIT_INTERVAL, "0"))
        .wants("Bravo", listens("0.0.0.0:2601"));

    assertThat(bench.byHand())
        .hasSize(2)
        .allMatch(why -> why.contains("move one of them to a free port or range by hand"));
    bench.runAll(bench.script().fix());
    assertThat(bench.organisation.writes()).containsExactly("Set-ReceiveConnector TarpitInterval");
  }

  @Test
  void ranges_that_overlap_in_part_clash_and_one_within_the_other_does_not() {
    Bench bench = at(Bench.mailbox(), "Alpha", "0.0.0.0:25", "192.0.2.0/25");
    at(bench, "Bravo", "0.0.0.0:25", "198.51.100.0/24");
    bench.wants("Alpha", serves("198.51.100.7")).wants("Bravo", serves("192.0.2.64-192.0.2.200"));

    assertThat(bench.script().fix()).containsSubsequence("'Alpha'", "'Bravo'");

    Bench nested = at(Bench.mailbox(), "Mike", "0.0.0.0:25", "192.0.2.0/24");
    at(nested, "Lima", "0.0.0.0:25", "198.51.100.0/24");
    nested.wants("Mike", serves("203.0.113.0/24")).wants("Lima", serves("192.0.2.7"));
    assertThat(nested.script().fix()).containsSubsequence("'Lima'", "'Mike'");
  }
}
