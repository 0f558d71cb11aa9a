package org.relaycheck.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementsTypeTest {

  @Test
  void order_and_repetition_mean_nothing_but_elements_do() {
    Seen<?> twice = Types.TEXT_SET.read(Raw.items(List.of("A", "a", "A")));

    assertThat(twice).isEqualTo(Types.TEXT_SET.read(Raw.items(List.of("A"))));
    assertThat(twice).isNotEqualTo(Types.TEXT_SET.read(Raw.items(List.of("A", "B"))));
    assertThat(Types.TEXT_SET.read(Raw.text("{b, a}")))
        .isEqualTo(Types.TEXT_SET.read(Raw.items(List.of("A", "B"))));
  }

  @Test
  void a_comma_without_a_blank_is_part_of_a_text() {
    assertThat(Types.TEXT_SET.read(Raw.text("{mail.example.com:A,B, NO-TLS:C}")))
        .isEqualTo(Types.TEXT_SET.read(Raw.items(List.of("NO-TLS:C", "mail.example.com:A,B"))));
  }

  @Test
  void capabilities_of_a_name_have_no_order() {
    assertThat(Types.CAPABILITY_SET.read(Raw.text("{mail.example.com:A,B, NO-TLS:C}")))
        .isEqualTo(
            Types.CAPABILITY_SET.read(Raw.items(List.of("no-tls:c", "mail.example.com:b , a,B"))))
        .isNotEqualTo(Types.CAPABILITY_SET.read(Raw.text("mail.example.com:A,B,C, NO-TLS:C")));
    assertThat(Types.CAPABILITY_SET.read(Raw.text("mail.example.com")).problem().orElseThrow())
        .startsWith("'mail.example.com' is not a name with what it may do");
    assertThat(Types.CAPABILITY_SET.read(Raw.text(":A")).problem()).isPresent();
    assertThat(Types.CAPABILITY_SET.read(Raw.text("mail.example.com:,")).problem()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{0.0.0.0:2525, [::]:2525}; [::]:2525,0.0.0.0:2525",
        "[2001:DB8:0::1]:25; [2001:db8::1]:25",
        "0.0.0.0:025; 0.0.0.0:25"
      })
  void bindings_are_equal_whatever_their_order_and_spelling(String one, String other) {
    assertThat(Types.BINDING_SET.read(Raw.text(one)))
        .isEqualTo(Types.BINDING_SET.read(Raw.text(other)))
        .isInstanceOf(Seen.Value.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.0.0.0:0",
        "0.0.0.0:65536",
        "::25",
        ":25",
        "*:25",
        "[0.0.0.0]:25",
        "10.1:25",
        "localhost:25",
        "[fe80::1%11]:25",
        "[::]/0:25"
      })
  void other_text_is_no_binding(String text) {
    assertThat(Types.BINDING_SET.read(Raw.text(text)).problem().orElseThrow())
        .startsWith("'" + text + "' is not an address with a port");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "allow anonymous ms-Exch-SMTP-Accept-Any-Recipient",
        "Allow ANONYMOUS Ms-Exch-SMTP-Accept-Any-Recipient",
        "allow S-1-5-7 ms-exch-smtp-accept-any-recipient",
        "allow  NT AUTHORITY\\ANONYMOUS LOGON  ms-Exch-SMTP-Accept-Any-Recipient"
      })
  void the_anonymous_logon_has_several_names(String text) {
    assertThat(Types.RIGHTS.read(Raw.text(text)))
        .isEqualTo(
            Types.RIGHTS.read(Raw.text("allow anonymous ms-Exch-SMTP-Accept-Any-Recipient")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deny anonymous ms-Exch-SMTP-Accept-Any-Recipient",
        "allow EXAMPLE\\anonymous ms-Exch-SMTP-Accept-Any-Recipient",
        "allow S-1-5-11 ms-Exch-SMTP-Accept-Any-Recipient",
        "allow anonymous ms-Exch-SMTP-Accept-Any-Sender"
      })
  void who_what_and_whether_tell_rights_apart(String text) {
    assertThat(Types.RIGHTS.read(Raw.text(text)))
        .isInstanceOf(Seen.Value.class)
        .isNotEqualTo(
            Types.RIGHTS.read(Raw.text("allow anonymous ms-Exch-SMTP-Accept-Any-Recipient")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"anonymous ms-Exch-SMTP-Accept-Any-Recipient", "allow anonymous", "allow"})
  void other_text_is_no_right(String text) {
    assertThat(Types.RIGHTS.read(Raw.text(text)).problem().orElseThrow())
        .startsWith("'" + text + "' is not a right such as");
  }

  @Test
  void rights_are_shown_allow_first_and_a_name_may_hold_a_comma() {
    Set<Right> rights =
        Types.RIGHTS
            .read(Raw.text("deny EXAMPLE\\Senders, Other x-Right, allow anonymous x-Right"))
            .known()
            .orElseThrow();

    assertThat(Types.RIGHTS.show(rights))
        .isEqualTo("allow anonymous x-Right, deny EXAMPLE\\Senders, Other x-Right");
  }
}
