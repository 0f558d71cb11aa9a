package org.relaycheck.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.value.Raw;

/** What becomes of values that Format-List wraps or cuts. */
class ListedValueTest {

  @TempDir private Path folder;

  @Test
  void a_list_that_is_wrapped_behind_commas_is_whole() {
    assertThat(value("Banner", "{192.0.2.1, 192.0.2.2,", "192.0.2.3,", "192.0.2.4}"))
        .isEqualTo(Raw.text("{192.0.2.1, 192.0.2.2, 192.0.2.3, 192.0.2.4}"));
  }

  @Test
  void a_blank_that_went_to_the_next_line_is_not_doubled() {
    assertThat(value("Banner", "{192.0.2.1,", " 192.0.2.2}"))
        .isEqualTo(Raw.text("{192.0.2.1, 192.0.2.2}"));
  }

  @Test
  void a_list_that_is_wrapped_inside_of_an_address_is_whole() {
    assertThat(value("RemoteIPRanges", "{2001:db8::-2001:db8:ff", "ff::, 192.0.2.1}"))
        .isEqualTo(Raw.text("{2001:db8::-2001:db8:ffff::, 192.0.2.1}"));
  }

  @Test
  void a_list_of_free_text_that_is_wrapped_elsewhere_than_behind_a_comma_is_unread() {
    assertThat(value("Banner", "{192.0.2.1, a longer one,", "198.51.100", ".7}"))
        .isInstanceOf(Raw.Unread.class);
  }

  @Test
  void a_list_that_is_wrapped_between_other_characters_is_unread() {
    assertThat(value("Banner", "{allow anonymous submit, allow some", "one}"))
        .isInstanceOf(Raw.Unread.class);
  }

  @Test
  void a_word_of_a_list_of_words_is_whole_wherever_it_is_wrapped() {
    assertThat(value("AuthMechanism", "Tls, Integrated, BasicAuth, Exchange", "Server"))
        .isEqualTo(Raw.text("Tls, Integrated, BasicAuth, ExchangeServer"));
  }

  @Test
  void a_list_of_which_no_joining_makes_sense_is_unread() {
    assertThat(value("RemoteIPRanges", "{192.0.2.1, 192.0", "2.2}")).isInstanceOf(Raw.Unread.class);
  }

  @Test
  void words_that_are_wrapped_behind_commas_are_whole() {
    assertThat(value("Banner", "AnonymousUsers, ExchangeServers,", "Custom"))
        .isEqualTo(Raw.text("AnonymousUsers, ExchangeServers, Custom"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"220 mail for the ERP,", "220 mail for", "220"})
  void other_text_that_is_wrapped_is_unread_for_a_blank_may_be_lost(String first) {
    assertThat(value("Banner", first, "and no one else")).isInstanceOf(Raw.Unread.class);
  }

  @Test
  void a_value_with_an_empty_line_inside_is_unread_and_swallows_nothing() {
    assertThat(value("Banner", "{192.0.2.1,", "", "", "192.0.2.2}")).isInstanceOf(Raw.Unread.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{192.0.2.1, 192.0.2.2...}", "{192.0.2.1\u2026}", "{...}", "{192.0.2.1, 19", "{"})
  void a_list_without_its_end_is_cut_off(String shown) {
    assertThat(value("Banner", shown)).isEqualTo(new Raw.CutOff(shown));
  }

  @Test
  void a_wrapped_list_that_is_cut_off_is_cut_off() {
    assertThat(value("Banner", "{192.0.2.1,", "192.0.2.2...}"))
        .isEqualTo(new Raw.CutOff("{192.0.2.1, 192.0.2.2...}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"220 wait...", "a {b}", "{a}b}", "C:\\x : y"})
  void other_text_is_itself(String text) {
    assertThat(value("Banner", text)).isEqualTo(Raw.text(text));
  }

  private Raw value(String name, String... lines) {
    String column = " ".repeat((name + " : ").length());
    String text =
        "Name : A\n" + name + " : " + String.join("\n" + column, lines) + "\nEnabled : True\n";
    return new Recordings(folder).answer(text).items().get(0).values().get(name);
  }
}
