package org.relaycheck.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.relaycheck.standin.tsql.Scanner;
import org.relaycheck.standin.tsql.SqlCmd;
import org.relaycheck.standin.tsql.Token;
import org.relaycheck.value.Literal;

/** What is written is read back as what was meant, and as nothing else. */
class TSqlTest {

  private static final char[] NASTY = {
    '"', '\u201c', '\u201d', '\u201e', '\'', '\u2018', '\u2019', '\u201a', '\u201b', '-', '$', '(',
    ')', '`', '\r', '\n', '\u2028', '\u0085', '\ud83d', '\ude00', '*', '/', ':', 'G', 'O', ' ', '\\'
  };

  /** What is written for a character depends on its two neighbours at most. */
  private static final int LONGEST = 3;

  private static final int RANDOM = 50_000;

  @Test
  void every_short_word_of_nasty_characters_is_read_back() {
    words("", LONGEST);
  }

  private static void words(String word, int more) {
    readBack(word);
    if (more > 0) {
      for (char c : NASTY) {
        words(word + c, more - 1);
      }
    }
  }

  @Test
  void random_text_is_read_back() {
    long seed = 20261124;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < RANDOM; i++) {
      readBack(random(random));
    }
  }

  private static String random(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(24);
    for (int i = 0; i < length; i++) {
      text.append(
          switch (random.nextInt(4)) {
            case 0 -> (char) (1 + random.nextInt(0xFFFF));
            case 1 -> (char) (' ' + random.nextInt(95));
            case 2 -> "$(x)".charAt(random.nextInt(4));
            default -> NASTY[random.nextInt(NASTY.length)];
          });
    }
    return text.toString();
  }

  private static void readBack(String meant) {
    String script = TSql.comment(meant) + "\r\nSET @v = " + TSql.text(meant) + ";\r\n";

    List<String> batches = SqlCmd.batches(script, Map.of());

    List<Token> tokens = Scanner.scan(batches.get(0));
    boolean same =
        batches.size() == 1
            && script.chars().allMatch(c -> c == '\r' || c == '\n' || (c >= ' ' && c <= '~'))
            && script.lines().count() == 2
            && tokens.get(0).is("SET")
            && value(tokens.subList(3, tokens.size() - 2)).equals(meant);
    if (!same) {
      throw new AssertionError("meant " + escaped(meant) + ", written as " + script);
    }
  }

  /** Strings and NCHAR(n), joined by plus, and nothing else. */
  private static String value(List<Token> tokens) {
    StringBuilder value = new StringBuilder();
    int i = 0;
    while (i < tokens.size()) {
      if (tokens.get(i).kind() == Token.Kind.STRING) {
        value.append(tokens.get(i).text());
        i++;
      } else {
        boolean call =
            tokens.get(i).is("NCHAR") && tokens.get(i + 1).is("(") && tokens.get(i + 3).is(")");
        assertThat(call).as("%s", tokens).isTrue();
        value.append((char) Integer.parseInt(tokens.get(i + 2).text()));
        i += 4;
      }
      if (i < tokens.size()) {
        assertThat(tokens.get(i).is("+")).as("%s", tokens).isTrue();
        i++;
        assertThat(i).isLessThan(tokens.size());
      }
    }
    return value.toString();
  }

  private static String escaped(String text) {
    return text.chars().mapToObj(c -> String.format("\\u%04x", c)).collect(Collectors.joining());
  }

  @Test
  void nul_is_refused_and_the_reason_told() {
    assertThat(TSql.refusal("a\0b")).hasValueSatisfying(why -> assertThat(why).contains("NUL"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TSql.text("a\0b"))
        .withMessageContaining("NUL");
    assertThat(TSql.comment("a\0b")).isEqualTo("-- a[U+0000]b");
  }

  @Test
  void other_literals_are_plain() {
    assertThat(TSql.of(new Literal.Num(-5))).isEqualTo("-5");
    assertThat(TSql.of(new Literal.Bool(true))).isEqualTo("1");
    assertThat(TSql.of(new Literal.Bool(false))).isEqualTo("0");
    assertThat(TSql.of(new Literal.Null())).isEqualTo("NULL");
    assertThat(TSql.of(new Literal.Str("O'Brien"))).isEqualTo("N'O''Brien'");
    assertThat(TSql.of(new Literal.Str(""))).isEqualTo("N''");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TSql.of(Literal.Items.of(List.of("a"))))
        .withMessageContaining("list");
  }

  @Test
  void only_a_secret_is_a_variable_of_sqlcmd() {
    String secret = TSql.of(new Literal.Secret("pass"));
    String text = TSql.of(new Literal.Str("$(pass)"));

    assertThat(SqlCmd.batches(secret, Map.of("pass", "x")).get(0)).isEqualTo("N'x'\n");
    assertThat(SqlCmd.batches(text, Map.of("pass", "x")).get(0)).isEqualTo(text + "\n");
  }

  @Test
  void a_comment_opens_and_closes_no_other_comment() {
    assertThat(TSql.comment("/* a */ /*/ $(b)")).isEqualTo("-- / * a * / / * / $ (b)");
  }

  @Test
  void nothing_is_added_to_a_text_of_numbers_and_the_ends_of_ascii_are_plain() {
    assertThat(TSql.text("\n")).isEqualTo("NCHAR(10)");
    assertThat(TSql.text("\n\n")).isEqualTo("NCHAR(10) + NCHAR(10)");
    assertThat(TSql.text(" ~")).isEqualTo("N' ~'");
    assertThat(TSql.text("\u001f\u007f")).isEqualTo("NCHAR(31) + NCHAR(127)");
    assertThat(TSql.comment("~ \u007f.")).isEqualTo("-- ~ [U+007F].");
    assertThat(TSql.refusal("\0")).isPresent();
  }
}
