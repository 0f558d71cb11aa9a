package org.relaycheck.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTextTest {

  @ParameterizedTest
  @CsvSource({
    "0000", "0007", "0009", "000A", "000D", "001B", "007F", "0085", "009B", "00A0", "00AD", "034F",
    "061C", "200B", "200E", "202E", "2028", "2029", "2066", "2069", "3000", "3164", "D800", "DFFF",
    "FEFF", "FFFE", "FFFF", "FDD0", "E0001", "1FFFE", "FE0F", "180B", "2065", "E0100"
  })
  void what_cannot_be_seen_stands_as_its_number(String hex) {
    int c = Integer.parseInt(hex, 16);

    String shown = VisibleText.of("a" + Character.toString(c) + "b");

    assertThat(shown).isEqualTo("a[U+" + hex + "]b");
  }

  @ParameterizedTest
  @CsvSource({"SQL Relay", "Größe", "中継", "\uD83D\uDE00", "[U+0041]", "a→b"})
  void what_can_be_seen_stays(String text) {
    assertThat(VisibleText.of(text)).isEqualTo(text);
    assertThat(VisibleText.wholeCharacters(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "##vso[task.complete result=Succeeded;], #[U+0023]vso[task.complete result=Succeeded;]",
    "was ##VSO[x],                  was #[U+0023]VSO[x]",
    "a##[error]b##[group],          a#[U+0023][error]b#[U+0023][group]",
    "####teamcity[x,                #[U+0023][U+0023][U+0023]teamcity[x",
    "::error::x,                    [U+003A]:error::x",
    "'  ::add-mask::x',             '  [U+003A]:add-mask::x'",
    "::debug::,                     [U+003A]:debug::",
    "::set-output name=a::b,        [U+003A]:set-output name=a::b"
  })
  void what_a_build_server_would_obey_is_broken_up(String text, String shown) {
    assertThat(VisibleText.of(text)).isEqualTo(shown);
  }

  @Test
  void what_stands_between_its_signs_does_not_hide_a_command() {
    assertThat(VisibleText.of("##\u202Evso[x]")).isEqualTo("#[U+0023][U+202E]vso[x]");
    assertThat(VisibleText.of("\u00A0::error::x")).doesNotMatch("\\s*::.*");
    assertThat(VisibleText.lines("a\r::error::x\n##[x]\r\nb"))
        .isEqualTo("a\n[U+003A]:error::x\n#[U+0023][x]\nb");
  }

  @ParameterizedTest
  @CsvSource({
    "::1",
    "::/0",
    "::-ffff:ffff",
    "::ffff:192.0.2.1",
    "a::b",
    "## Heading",
    "#[x]",
    "##"
  })
  void what_no_build_server_would_obey_stays(String text) {
    assertThat(VisibleText.of(text)).isEqualTo(text);
  }

  @Test
  void any_text_becomes_utf_8_without_loss_and_a_second_time_changes_nothing() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder();
      random.ints(12, 0, 0x10000).forEach(c -> text.append((char) c));

      String shown = VisibleText.of(text.toString());

      byte[] bytes = shown.getBytes(StandardCharsets.UTF_8);
      assertThat(new String(bytes, StandardCharsets.UTF_8)).as("seed %d", seed).isEqualTo(shown);
      assertThat(VisibleText.of(shown)).as("seed %d", seed).isEqualTo(shown);
    }
  }
}
