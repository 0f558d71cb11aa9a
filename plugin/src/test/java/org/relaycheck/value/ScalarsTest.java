package org.relaycheck.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarsTest {

  private static final ValueType<String> ROLE =
      Types.choice(Vocabulary.empty().word("HubTransport", 32).word("FrontendTransport", 16384));

  @ParameterizedTest
  @CsvSource({"unlimited", "Unlimited", "UNLIMITED"})
  void both_spellings_of_unlimited_are_one_limit_above_all(String text) {
    Limit limit = Types.LIMIT.read(Raw.text(text)).known().orElseThrow();

    assertThat(limit).isEqualTo(Limit.UNLIMITED).isGreaterThan(new Limit(Integer.MAX_VALUE));
    assertThat(Types.LIMIT.show(limit)).isEqualTo("unlimited");
    assertThat(Types.LIMIT.write(limit)).isEqualTo(new Literal.Str("unlimited"));
    assertThat(Types.LIMIT.write(new Limit(20))).isEqualTo(new Literal.Num(20));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,000", "1.0", "٥", "+1", "1e3", "0x10", "1234567890123456789", "-"})
  void a_count_is_plain_ascii_digits(String text) {
    assertThat(Types.COUNT.read(Raw.text(text)).problem())
        .contains("'" + text + "' is not a whole number such as 100");
    assertThat(Types.LIMIT.read(Raw.text(text)).problem()).isPresent();
  }

  @Test
  void a_list_of_one_is_a_scalar_and_a_longer_one_is_not() {
    assertThat(Types.COUNT.read(Raw.items(List.of(" 5 ")))).isEqualTo(Seen.of(5L));
    assertThat(Types.COUNT.read(Raw.items(List.of("5", "6"))).problem())
        .contains("a list of 2 is not a whole number such as 100");
  }

  @ParameterizedTest
  @CsvSource({"True, true", "false, false", "1, true", "0, false"})
  void a_flag_is_a_word_or_a_bit(String text, boolean on) {
    assertThat(Types.FLAG.read(Raw.text(text))).isEqualTo(Seen.of(on));
  }

  @ParameterizedTest
  @CsvSource({
    "WAHR,true",
    "FALSCH,false",
    "VRAI,true",
    "FAUX,false",
    "Verdadero,true",
    "falso,false"
  })
  void what_a_spreadsheet_makes_of_a_flag_is_read_and_not_stated(String text, boolean on) {
    assertThat(Types.FLAG.read(Raw.text(text))).isEqualTo(Seen.of(on));
    assertThat(Types.FLAG.refusal(Raw.text(text))).contains("'" + text + "' is not true or false");
    assertThat(Types.FLAG.refusal(Raw.text("true"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "2", "$true", "on"})
  void other_words_are_no_flag(String text) {
    assertThat(Types.FLAG.read(Raw.text(text)).problem())
        .contains("'" + text + "' is not true or false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FrontendTransport", "frontendtransport", "16384"})
  void a_choice_is_read_in_any_case_and_by_its_number(String text) {
    assertThat(ROLE.read(Raw.text(text))).isEqualTo(Seen.of("FrontendTransport"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Frontend", "1", "-32", "HubTransport, FrontendTransport"})
  void anything_else_is_no_choice(String text) {
    assertThat(ROLE.read(Raw.text(text)).problem())
        .contains("'" + text + "' is not one of HubTransport, FrontendTransport");
  }

  @Test
  void text_minds_case_only_where_the_system_does() {
    assertThat(read(Types.TEXT, "Relay.Example")).isEqualTo(read(Types.TEXT, "relay.example"));
    assertThat(read(Types.EXACT_TEXT, "220 A")).isNotEqualTo(read(Types.EXACT_TEXT, "220 a"));
    assertThat(read(Types.TEXT, "straße")).isNotEqualTo(read(Types.TEXT, "strasse"));
    assertThat(read(Types.TEXT, "straße")).isEqualTo(read(Types.TEXT, "STRAßE"));
    assertThat(Types.TEXT.show(read(Types.TEXT, "Relay.Example"))).isEqualTo("Relay.Example");
  }

  @Test
  void a_pattern_tests_the_whole_text_with_the_case_of_the_type() {
    assertThat(matches(Types.EXACT_TEXT, "220 .*", "220 Ready")).isTrue();
    assertThat(matches(Types.EXACT_TEXT, "220", "220 Ready")).isFalse();
    assertThat(matches(Types.EXACT_TEXT, "220 ready", "220 Ready")).isFalse();
    assertThat(matches(Types.TEXT, "RELAY-[0-9]+", "relay-7")).isTrue();
    assertThat(Types.COUNT.patterns()).isEmpty();
    assertThatThrownBy(() -> matches(Types.TEXT, "(", "x"))
        .isInstanceOf(PatternSyntaxException.class);
  }

  private static boolean matches(ValueType<Text> type, String regex, String text) {
    Predicate<Text> test = type.patterns().orElseThrow().apply(regex);
    return test.test(read(type, text));
  }

  private static Text read(ValueType<Text> type, String text) {
    return type.read(Raw.text(text)).known().orElseThrow();
  }
}
