package org.relaycheck.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogPeriodTest {

  @ParameterizedTest
  @CsvSource({"90m, PT90M", "12h, PT12H", " 7D , PT168H", "2w, PT336H"})
  void a_number_with_a_unit_is_before_now(String text, Duration time) {
    assertThat(LogPeriod.parse(text)).contains(new LogPeriod.Ago(time));
  }

  @Test
  void a_date_begins_at_midnight_and_may_have_a_time() {
    assertThat(LogPeriod.parse("2026-11-01"))
        .contains(new LogPeriod.Moment(LocalDateTime.parse("2026-11-01T00:00")));
    assertThat(LogPeriod.parse("2026-11-01T06:30"))
        .contains(new LogPeriod.Moment(LocalDateTime.parse("2026-11-01T06:30")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "d", "7 days", "12345d", "2026-13-01", "yesterday", "-7d"})
  void anything_else_is_no_time(String text) {
    assertThat(LogPeriod.parse(text)).isEmpty();
  }
}
