package org.relaycheck.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTypeTest {

  @ParameterizedTest
  @CsvSource({
    "00:00:05, PT5S",
    "5s, PT5S",
    "5 s, PT5S",
    "PT5S, PT5S",
    "pt5s, PT5S",
    "0:0:5, PT5S",
    "500ms, PT0.5S",
    "00:00:00.3120000, PT0.312S",
    "00:00:00.312, PT0.312S",
    "10m, PT10M",
    "00:10, PT10M",
    "1.00:00:00, PT24H",
    "1d, PT24H",
    "24h, PT24H",
    "0, PT0S",
    "00:00:00, PT0S",
    "-00:00:01, PT-1S",
    "10675199.00:00:00, PT256204776H"
  })
  void a_span_is_read_in_the_spelling_of_dotnet_of_people_and_of_iso(String text, Duration span) {
    assertThat(Types.SPAN.read(Raw.text(text))).isEqualTo(Seen.of(span));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5",
        "5 mins",
        "24:00:00",
        "00:60:00",
        "00:00:60",
        "1:2:3:4",
        "5x",
        "PT",
        "PT0.00000001S",
        "999999999d",
        "99999999.00:00:00",
        "PT999999999999H",
        "٥s",
        ":5"
      })
  void a_number_without_unit_and_other_text_is_no_span(String text) {
    assertThat(Types.SPAN.read(Raw.text(text)).problem())
        .contains("'" + text + "' is not a duration such as 00:00:05 or 5s");
  }

  @Test
  void a_span_is_shown_and_written_as_dotnet_does() {
    assertThat(Types.SPAN.show(Duration.ofDays(1).plusSeconds(5))).isEqualTo("1.00:00:05");
    assertThat(Types.SPAN.show(Duration.ofMillis(-312))).isEqualTo("-00:00:00.3120000");
    assertThat(Types.SPAN.write(Duration.ofMinutes(10))).isEqualTo(new Literal.Str("00:10:00"));
  }
}
