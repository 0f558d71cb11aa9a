package org.relaycheck.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextWrapTest {

  @Test
  void a_line_ends_between_words_where_it_can() {
    assertThat(TextWrap.of("one two three", 8)).containsExactly("one two", "three");
  }

  @Test
  void a_word_that_is_too_long_is_broken_and_an_endless_text_is_cut() {
    assertThat(TextWrap.of("abcdefghij", 4)).containsExactly("abcd", "efgh", "ij");
    assertThat(TextWrap.of("x".repeat(100), 4)).containsExactly("xxxx", "xxxx", "xxxx", "xxx…");
  }

  @Test
  void no_character_is_halved() {
    assertThat(TextWrap.of("abc\uD83D\uDE00d", 4)).containsExactly("abc", "\uD83D\uDE00d");
  }
}
