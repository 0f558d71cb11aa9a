package org.relaycheck.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockComparisonTest {

  private static final Instant HERE = Instant.parse("2026-11-24T09:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "PT0S, in sync",
    "PT5M, in sync",
    "-PT5M, in sync",
    "PT5M1S, 5 min ahead",
    "-PT7M, 7 min behind",
    "P1D, 1440 min ahead"
  })
  void up_to_five_minutes_are_nothing_and_more_is_told_in_minutes(Duration ahead, String words) {
    assertThat(ClockComparison.compared(HERE.plus(ahead), HERE)).isEqualTo(words);
  }
}
