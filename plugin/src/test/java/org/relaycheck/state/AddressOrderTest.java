package org.relaycheck.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The order of names without case. */
class AddressOrderTest {

  private static final int PAIRS = 2000;

  /** Letters whose upper case is longer, is another plane's, or is ASCII; and where ASCII ends. */
  private static final int[] POINTS =
      "aAbBzZ019 \\@[`{\u007f\u0080ßſıİéÉﬁ\uFB03𐐨𐐀K".codePoints().toArray();

  @Test
  void comparing_in_place_is_comparing_what_is_folded() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < PAIRS; i++) {
      String one = name(random);
      String other = random.nextBoolean() ? name(random) : changed(one, random);

      int order = Address.compareFolded(one, other);

      assertThat(Integer.signum(order))
          .as("'%s' and '%s', seed %d", one, other, seed)
          .isEqualTo(Integer.signum(Address.folded(one).compareTo(Address.folded(other))));
    }
  }

  private static String name(Random random) {
    return random
        .ints(random.nextInt(6), 0, POINTS.length)
        .mapToObj(i -> Character.toString(POINTS[i]))
        .collect(Collectors.joining());
  }

  private static String changed(String name, Random random) {
    return (random.nextBoolean() ? name.toLowerCase(Locale.ROOT) : name) + name(random);
  }

  @Test
  void case_decides_only_between_names_that_are_the_same_without_it() {
    Address upper = new Address("receiveConnectors", "EX01", "RELAY 1");
    Address lower = new Address("receiveConnectors", "ex01", "relay 1");
    Address second = new Address("receiveConnectors", "EX01", "Relay 2");

    assertThat(upper).isLessThan(lower);
    assertThat(lower).isLessThan(second);
  }
}
