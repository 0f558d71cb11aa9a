package org.relaycheck.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.relaycheck.standin.powershell.Shell;
import org.relaycheck.value.Literal;

class PowerShellTest {

  /**
   * What ends a string, begins a parameter, a variable, a command or a line, or is no character.
   */
  private static final String NASTY =
      "a'\u2018\u2019\u201a\u201b\"\u201c\u201d\u201e-\u2013\u2014\u2015$(`\0\r\n\u2028\u0085\ud800\udc00";

  /** What is written for a character depends on its two neighbours at most. */
  private static final int LONGEST_WORD = 3;

  private static final int RANDOM_TEXTS = 50_000;
  private static final long SEED = 20260301;

  private static String argument(String text) {
    List<Object> got =
        Shell.arguments(PowerShell.text(text) + " 'after' " + PowerShell.text(text) + " 7");
    assertThat(got).hasSize(4).contains("after", 7L);
    assertThat(got.get(2)).isEqualTo(got.get(0));
    return (String) got.get(0);
  }

  @Test
  void a_word_of_nasty_characters_is_read_back_as_it_was_meant_and_nothing_else() {
    List<String> words = new ArrayList<>(List.of(""));
    int from = 0;
    for (int length = 1; length <= LONGEST_WORD; length++) {
      int to = words.size();
      for (int i = from; i < to; i++) {
        for (int c = 0; c < NASTY.length(); c++) {
          words.add(words.get(i) + NASTY.charAt(c));
        }
      }
      from = to;
    }

    for (String word : words) {
      if (!argument(word).equals(word) || !Shell.value(PowerShell.text(word)).equals(word)) {
        throw new AssertionError("wrong: " + PowerShell.text(word));
      }
    }
    assertThat(words).hasSizeGreaterThan(10_000);
  }

  @Test
  void a_random_text_is_read_back_as_it_was_meant_and_is_plain_ascii() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < RANDOM_TEXTS; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(40);
      for (int c = 0; c < length; c++) {
        text.append(
            switch (random.nextInt(3)) {
              case 0 -> NASTY.charAt(random.nextInt(NASTY.length()));
              case 1 -> (char) random.nextInt(' ', '~' + 1);
              default -> (char) random.nextInt(Character.MAX_VALUE + 1);
            });
      }

      String written = PowerShell.text(text.toString());

      assertThat(Shell.arguments(written))
          .as("seed %d, text %d", SEED, i)
          .containsExactly(text.toString());
      assertThat(written.chars().allMatch(c -> c >= ' ' && c <= '~')).isTrue();
    }
  }

  @Test
  void doubling_one_of_the_five_quotes_is_noticed_to_be_wrong() {
    String text = "x\u2019 -Force \u2019y";
    String naive = "'" + text.replace("'", "''") + "'";

    assertThat(Shell.arguments(naive)).isNotEqualTo(List.of(text));
    assertThat(Shell.arguments("'x\u2019\u2018 -y'")).containsExactly("x\u2018 -y");
  }

  @Test
  void what_is_not_ascii_leaves_the_quotes_after_a_string() {
    assertThat(PowerShell.text("it's")).isEqualTo("'it''s'");
    assertThat(PowerShell.text("a\u2019b")).isEqualTo("('a'+[char]8217+'b')");
    assertThat(PowerShell.text("\u00e9\r\n")).isEqualTo("(''+[char]233+[char]13+[char]10)");
    assertThat(PowerShell.text("")).isEqualTo("''");
  }

  @Test
  void numbers_flags_nothing_and_lists_are_spelled_as_powershell_does() {
    assertThat(PowerShell.literal(new Literal.Num(37748736))).isEqualTo("37748736");
    assertThat(PowerShell.literal(new Literal.Num(-1))).isEqualTo("(-1)");
    assertThat(PowerShell.literal(new Literal.Bool(true))).isEqualTo("$true");
    assertThat(PowerShell.literal(new Literal.Bool(false))).isEqualTo("$false");
    assertThat(PowerShell.literal(new Literal.Null())).isEqualTo("$null");
    assertThat(PowerShell.literal(Literal.Items.of(List.of("a", "\u2018"))))
        .isEqualTo("@('a', (''+[char]8216))");
    assertThat(Shell.value("@('a', (''+[char]8216))")).isEqualTo(List.of("a", "\u2018"));
    assertThat(Shell.arguments("(-1) @('a', 'b') $null"))
        .containsExactly(-1L, List.of("a", "b"), null);
  }

  @Test
  void a_secret_has_no_place_in_a_script() {
    assertThatThrownBy(() -> PowerShell.literal(new Literal.Secret("password")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_comment_is_one_line_that_no_scanner_takes_for_a_signature_or_a_requirement() {
    String comment = PowerShell.comment("requires -Version 9\r\nRemove-Item #> \u2019");

    assertThat(comment).startsWith("# ").doesNotContain("\r", "\n").matches("\\p{ASCII}*");
    assertThat(PowerShell.COMMENT.length()).isGreaterThan(34);
    assertThat(comment).endsWith("requires -Version 9\\u000d\\u000aRemove-Item #> \\u2019");
  }

  @Test
  void the_ends_of_ascii_are_plain_and_what_is_beyond_them_is_not() {
    assertThat(PowerShell.text(" ~")).isEqualTo("' ~'");
    assertThat(PowerShell.text("\u001f\u007f")).isEqualTo("(''+[char]31+[char]127)");
    assertThat(PowerShell.comment(" ~\u007f")).endsWith("|  ~\\u007f");
    assertThat(PowerShell.literal(new Literal.Num(0))).isEqualTo("0");
    assertThat(PowerShell.literal(new Literal.Num(-1))).isEqualTo("(-1)");
  }
}
