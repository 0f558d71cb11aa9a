package org.relaycheck.rule.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Types;
import org.relaycheck.value.address.AddressSet;

class AddressOwnersTest {

  private static final int WORLDS = 3_000;
  private static final int ADDRESSES = 24;

  /** Two ends of the last byte, and whose they are. */
  private record Span(int owner, int low, int high) {

    boolean isAtOddsWith(Span other) {
      boolean overlap = low <= other.high && other.low <= high;
      boolean within = low >= other.low && high <= other.high;
      boolean around = other.low >= low && other.high <= high;
      boolean equal = within && around;
      return owner != other.owner && overlap && (equal || !(within || around));
    }

    AddressSet range() {
      return addresses("192.0.2." + low + "-192.0.2." + high);
    }
  }

  @Test
  void a_range_within_another_and_one_beside_it_are_at_peace() {
    AddressOwners<String> territories = new AddressOwners<>();
    territories.add("all", addresses("0.0.0.0-255.255.255.255"));
    territories.add("net", addresses("10.0.4.0/24"));
    territories.add("host", addresses("10.0.4.11"));
    territories.add("beside", addresses("10.0.5.0/24"));

    assertThat(territories.atOdds()).isEmpty();
  }

  @Test
  void a_range_that_two_have_is_told_to_both() {
    AddressOwners<String> territories = new AddressOwners<>();
    territories.add("one", addresses("10.0.4.0/24"));
    territories.add("two", addresses("10.0.4.0-10.0.4.255"));

    assertThat(territories.atOdds())
        .containsExactlyInAnyOrder(
            new AddressOwners.Odds<>(
                "one", addresses("10.0.4.0/24"), "two", addresses("10.0.4.0/24")),
            new AddressOwners.Odds<>(
                "two", addresses("10.0.4.0/24"), "one", addresses("10.0.4.0/24")))
        .allMatch(AddressOwners.Odds::isEqual);
  }

  @Test
  void ranges_of_one_owner_may_overlap() {
    AddressOwners<String> territories = new AddressOwners<>();
    territories.add("one", addresses("10.0.4.0-10.0.4.99"));
    territories.add("one", addresses("10.0.4.50-10.0.5.0"));
    territories.add("one", addresses("10.0.4.50-10.0.5.0"));

    assertThat(territories.atOdds()).isEmpty();
  }

  @Test
  void zones_and_families_do_not_meet() {
    AddressOwners<String> territories = new AddressOwners<>();
    territories.add("eleven", addresses("fe80::1%11-fe80::9%11"));
    territories.add("twelve", addresses("fe80::5%12-fe80::f%12"));
    territories.add("none", addresses("fe80::5-fe80::f"));
    territories.add("four", addresses("0.0.0.5-0.0.0.20"));
    territories.add("six", addresses("::6-::30"));

    assertThat(territories.atOdds()).isEmpty();
  }

  @Test
  void whoever_is_at_odds_with_anybody_is_told_so_and_nobody_else() {
    long seed = 20261124;
    SplittableRandom random = new SplittableRandom(seed);
    for (int world = 0; world < WORLDS; world++) {
      List<Span> spans = spans(random);

      AddressOwners<Integer> territories = new AddressOwners<>();
      spans.forEach(span -> territories.add(span.owner(), span.range()));
      List<AddressOwners.Odds<Integer>> told = territories.atOdds();

      Set<List<Object>> expected = new HashSet<>();
      for (Span one : spans) {
        if (spans.stream().anyMatch(one::isAtOddsWith)) {
          expected.add(List.of(one.owner(), one.range()));
        }
      }
      Set<List<Object>> found = new HashSet<>();
      told.forEach(odds -> found.add(List.of(odds.owner(), odds.range())));
      assertThat(found).as("seed %d, world %d: %s", seed, world, spans).isEqualTo(expected);
      assertThat(told.size()).isLessThanOrEqualTo(3 * spans.size());
      for (AddressOwners.Odds<Integer> odds : told) {
        assertThat(span(odds.owner(), odds.range()))
            .matches(one -> one.isAtOddsWith(span(odds.other(), odds.otherRange())));
      }
    }
  }

  private static List<Span> spans(SplittableRandom random) {
    List<Span> spans = new ArrayList<>();
    int count = random.nextInt(1, 9);
    for (int i = 0; i < count; i++) {
      int low = random.nextInt(ADDRESSES);
      spans.add(new Span(random.nextInt(4), low, random.nextInt(low, ADDRESSES)));
    }
    return spans;
  }

  private static Span span(int owner, AddressSet range) {
    List<Integer> ends =
        range
            .ranges()
            .flatMap(one -> List.of(one.getLower(), one.getUpper()).stream())
            .map(address -> address.getValue().intValue() & 0xff)
            .toList();
    return new Span(owner, ends.get(0), ends.get(1));
  }

  private static AddressSet addresses(String text) {
    return Types.ADDRESS_SET.read(Raw.text(text)).known().orElseThrow();
  }
}
