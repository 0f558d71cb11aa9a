package org.relaycheck.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTypeTest {

  private static final ValueType<Set<String>> GROUPS =
      Types.words(
          Vocabulary.empty()
              .word("None", 0)
              .word("AnonymousUsers", 1)
              .word("ExchangeUsers", 2)
              .word("ExchangeServers", 4)
              .means("Everyone", "AnonymousUsers", "ExchangeUsers")
              .computed("Custom", 32, "is shown by Exchange and cannot be set"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AnonymousUsers, ExchangeServers",
        "exchangeservers,ANONYMOUSUSERS",
        "{AnonymousUsers, ExchangeServers}",
        "AnonymousUsers, ExchangeServers, Custom",
        "AnonymousUsers AnonymousUsers ExchangeServers",
        "5",
        "37"
      })
  void order_case_repetition_number_and_what_the_system_adds_mean_nothing(String text) {
    assertThat(GROUPS.read(Raw.text(text)))
        .isEqualTo(Seen.of(Set.of("AnonymousUsers", "ExchangeServers")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"None", "0", "Custom", "32", "None, Custom"})
  void none_is_the_empty_set(String text) {
    assertThat(GROUPS.read(Raw.text(text))).isEqualTo(Seen.of(Set.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"Partner", "64", "-1", "65", "Anonymous"})
  void an_unknown_word_or_bit_is_not_understood(String text) {
    assertThat(GROUPS.read(Raw.text(text)).problem())
        .contains(
            "'"
                + text
                + "' is not a list of None, AnonymousUsers, ExchangeUsers, ExchangeServers,"
                + " Everyone");
  }

  @Test
  void a_synonym_stands_for_its_words() {
    assertThat(GROUPS.read(Raw.text("Everyone")))
        .isEqualTo(GROUPS.read(Raw.text("ExchangeUsers, AnonymousUsers")));
  }

  @Test
  void a_policy_may_not_state_what_only_the_system_adds() {
    assertThat(GROUPS.refusal(Raw.text("AnonymousUsers, custom")))
        .contains("'Custom' is shown by Exchange and cannot be set");
    assertThat(GROUPS.refusal(Raw.items(List.of("Custom")))).isPresent();
    assertThat(GROUPS.refusal(Raw.text("33"))).isPresent();
    assertThat(GROUPS.refusal(Raw.text("AnonymousUsers"))).isEmpty();
    assertThat(GROUPS.refusal(Raw.text("1"))).isEmpty();
  }

  @Test
  void the_word_for_nothing_stands_alone() {
    assertThat(GROUPS.refusal(Raw.items(List.of("none", "AnonymousUsers"))))
        .contains("'None' means nothing at all and stands alone");
    assertThat(GROUPS.refusal(Raw.text("None"))).isEmpty();
    assertThat(GROUPS.refusal(Raw.text("0"))).isEmpty();
  }

  @Test
  void words_are_shown_in_the_order_of_their_declaration() {
    assertThat(GROUPS.show(Set.of("ExchangeServers", "AnonymousUsers")))
        .isEqualTo("AnonymousUsers, ExchangeServers");
    assertThat(GROUPS.write(Set.of())).isEqualTo(new Literal.Str("None"));
  }
}
