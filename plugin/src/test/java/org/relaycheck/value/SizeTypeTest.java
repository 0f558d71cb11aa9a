package org.relaycheck.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeTypeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "36MB; 37748736",
        "36 mb; 37748736",
        "36864KB; 37748736",
        "37748736; 37748736",
        "37748736B; 37748736",
        "1.5KB; 1536",
        "1TB; 1099511627776",
        "36 MB (37,748,736 bytes); 37748736",
        "36 MB (37.748.736 Bytes); 37748736",
        "36 MB (37'748'736 Bytes); 37748736",
        "36 MB (37’748’736 Bytes); 37748736",
        "36 Mo (37\u00a0748\u00a0736 octets); 37748736",
        "36 Mo (37\u202f748\u202f736 octets); 37748736",
        "36 МБ (37 748 736 байт); 37748736",
        "36 MB (3,77,48,736 bytes); 37748736",
        "(٣٧٬٧٤٨٬٧٣٦ بايت); 37748736",
        "1.899 GB (2,039,480,320 bytes); 2039480320",
        "0 B (0 bytes); 0"
      })
  void a_size_is_read_whatever_groups_its_digits(String text, long bytes) {
    assertThat(Types.SIZE.read(Raw.text(text))).isEqualTo(Seen.of(new Size(bytes)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "36 megabytes",
        "-1",
        "1.0001KB",
        "36 MB (bytes)",
        "9999999999GB",
        "unlimited",
        "٣٦MB"
      })
  void other_text_is_no_size(String text) {
    assertThat(Types.SIZE.read(Raw.text(text)).problem().orElseThrow())
        .isEqualTo("'" + text + "' is not a size such as 36MB or 65536 (bytes)");
  }

  @Test
  void a_size_is_shown_in_the_largest_whole_unit_and_written_in_bytes() {
    assertThat(Types.SIZE.show(new Size(37748736))).isEqualTo("36MB");
    assertThat(Types.SIZE.show(new Size(1025))).isEqualTo("1025");
    assertThat(Types.SIZE.show(new Size(0))).isEqualTo("0");
    assertThat(Types.SIZE.write(new Size(37748736))).isEqualTo(new Literal.Num(37748736));
  }
}
