package org.relaycheck.mojo.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleCharsetTest {

  private static final String LINE = "~ EX01\\Réception  20 → at least 100  2×  … “Ω”";

  @Test
  void what_the_console_lacks_is_written_with_what_it_has_and_never_as_a_question_mark() {
    String ascii = new ConsoleCharset(StandardCharsets.US_ASCII).fit(LINE);
    String latin = new ConsoleCharset(StandardCharsets.ISO_8859_1).fit(LINE);

    assertThat(ascii)
        .isEqualTo(
            "~ EX01\\R[U+00E9]ception  20 -> at least 100  2x  ... [U+201C][U+03A9][U+201D]");
    assertThat(latin)
        .isEqualTo("~ EX01\\Réception  20 -> at least 100  2×  ... [U+201C][U+03A9][U+201D]");
    assertThat(new String(ascii.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII))
        .doesNotContain("?");
  }

  @Test
  void what_the_console_has_stays() {
    assertThat(new ConsoleCharset(StandardCharsets.UTF_8).fit(LINE)).isEqualTo(LINE);
  }
}
