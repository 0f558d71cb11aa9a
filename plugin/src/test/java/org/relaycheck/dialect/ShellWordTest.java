package org.relaycheck.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * That both shells take a word as it was meant is tried on them, with the commands that are
 * printed.
 */
class ShellWordTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      value = {
        "-Drelay.policy=a.yaml, \"-Drelay.policy=a.yaml\"",
        "it's, \"it's\"",
        "a$b, 'a$b'",
        "a`b, 'a`b'",
        "a!b, 'a!b'",
        "C:\\policies\\a, \"C:\\policies\\a\"",
        "C:\\policies\\, 'C:\\policies\\'",
        "it's $5, 'it'\\''s $5'"
      })
  void a_word_is_quoted_so_that_neither_shell_obeys_a_part_of_it(String word, String quoted) {
    assertThat(ShellWord.of(word)).isEqualTo(quoted);
  }
}
