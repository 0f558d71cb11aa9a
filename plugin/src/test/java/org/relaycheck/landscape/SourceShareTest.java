package org.relaycheck.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.value.Limit;

class SourceShareTest {

  private static final int TRIES = 20_000;
  private static final Pattern PERCENT =
      Pattern.compile("MaxInboundConnectionPercentagePerSource at least ([0-9]+)");

  @Test
  void two_percent_of_the_usual_five_thousand_are_a_hundred() throws NotKnownException {
    SourceShare share = new SourceShare(new Limit(500), new Limit(5000), 2, 0);

    assertThat(share.shortfall())
        .hasValue(
            "with MaxInboundConnection 5000 and MaxInboundConnectionPercentagePerSource 2 a source"
                + " gets at most 100 connections (about 98 if its own count), not the 500 of"
                + " MaxInboundConnectionPerSource");
  }

  @Test
  void what_others_keep_open_does_not_remain() {
    assertThat(new SourceShare(new Limit(500), new Limit(5000), 2, 3000).most())
        .isEqualTo(new Limit(40));
    assertThat(new SourceShare(new Limit(500), new Limit(5000), 2, 9000).most())
        .isEqualTo(new Limit(0));
  }

  @Test
  void what_was_asked_for_is_enough_in_the_strictest_reading() {
    long seed = 20261124;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < TRIES; i++) {
      long whole = random.nextLong(1, 10_000);
      long wanted = random.nextLong(1, 10_000);
      long load = random.nextLong(0, 3_000);

      String words = new SourceShare(new Limit(wanted), new Limit(whole), 1, load).enough();

      Matcher percent = PERCENT.matcher(words);
      if (percent.matches()) {
        long p = Long.parseLong(percent.group(1));
        double strict = p / 100.0 * Math.max(0, whole - load - wanted);
        assertThat(strict)
            .as("seed %d: %d %d %d", seed, whole, wanted, load)
            .isGreaterThanOrEqualTo(wanted - 1e-6);
      } else {
        assertThat(2 * wanted)
            .as("seed %d: %d %d %d", seed, whole, wanted, load)
            .isGreaterThan(whole - load);
      }
    }
  }
}
