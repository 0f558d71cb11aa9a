package org.relaycheck.powershell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EchoEncodingTest {

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x27, 0x2018, 0x2019, 0x201A, 0x201B, 0x22, 0x201C, 0x201D, 0x201E, 0x2D, 0x2013, 0x2014,
        0x2015, 0x85, 0xA0, 0x2028, 0x1F600
      })
  void every_character_that_powershell_gives_a_meaning_is_sent(int character) {
    assertThat(EchoEncoding.CHARACTERS.codePoints().toArray()).containsOnlyOnce(character);
  }

  @Test
  void what_would_end_the_parameter_or_the_string_is_not() {
    assertThat(EchoEncoding.CHARACTERS).doesNotContain("\n", "\r", "\u0000");
  }

  @Test
  void what_comes_back_as_it_was_sent_is_no_damage_and_neither_is_a_file_without_an_echo() {
    assertThat(EchoEncoding.damage(answer(Map.of("Echo", EchoEncoding.CHARACTERS)))).isEmpty();
    assertThat(EchoEncoding.damage(answer(Map.of()))).isEmpty();
  }

  @Test
  void a_code_page_that_knows_no_quotes_is_told_by_number() {
    String back = EchoEncoding.CHARACTERS.replaceAll("[\u2018-\u201B]", "?");

    assertThat(EchoEncoding.damage(answer(Map.of("Echo", back))).orElseThrow())
        .isEqualTo(
            "of "
                + EchoEncoding.CHARACTERS.codePointCount(0, EchoEncoding.CHARACTERS.length())
                + " characters 4 came back changed: U+2018 as U+003F, U+2019 as U+003F, U+201A as"
                + " U+003F, U+201B as U+003F");
  }

  @Test
  void characters_that_are_lost_are_counted() {
    assertThat(EchoEncoding.damage(answer(Map.of("Echo", "'"))).orElseThrow())
        .endsWith(" characters were sent and 1 came back");
  }

  private static CollectedAnswer answer(Map<String, String> facts) {
    return new CollectedAnswer(Map.of("", facts), List.of(), Set.of(), Map.of(), Optional.empty());
  }
}
