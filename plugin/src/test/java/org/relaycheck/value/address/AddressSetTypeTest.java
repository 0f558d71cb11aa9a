package org.relaycheck.value.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.value.Literal;
import org.relaycheck.value.Members;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Types;

class AddressSetTypeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0-10.0.0.255",
        "10.0.0.0 - 10.0.0.255",
        "10.0.0.0(255.255.255.0)",
        "10.0.0.0 (255.255.255.0)",
        "10.0.0.7/24",
        "10.0.0.7(255.255.255.0)",
        "10.0.0.128/25, 10.0.0.0/25",
        "10.0.0.0-10.0.0.99, 10.0.0.100, 10.0.0.101-10.0.0.255",
        "{10.0.0.0-10.0.0.200, 10.0.0.100-10.0.0.255}",
        "10.0.0.0/24,10.0.0.5,10.0.0.5/32"
      })
  void every_spelling_of_one_block_is_one_value(String text) {
    assertThat(read(text)).isEqualTo(read("10.0.0.0/24"));
    assertThat(Types.ADDRESS_SET.show(read(text))).isEqualTo("10.0.0.0/24");
  }

  @Test
  void ranges_that_touch_are_still_told_apart_as_they_are_spelled() {
    Raw touching = Raw.items(List.of("10.0.4.255", "10.0.5.0/24", "10.0.4.255"));
    AddressSet joined = Types.ADDRESS_SET.read(touching).known().orElseThrow();

    assertThat(joined.spelled()).hasSize(1);
    assertThat(joined.apart(touching))
        .containsExactly(read("10.0.4.255"), read("10.0.5.0/24"), read("10.0.4.255"));
    assertThat(read("10.0.0.1").apart(Raw.text("{10.0.0.1}"))).containsExactly(read("10.0.0.1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2001:db8::/126; 2001:db8::-2001:db8::3",
        "2001:0DB8:0:0:0:0:0:1; 2001:db8::1",
        "::/0; ::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "0.0.0.0/0; 0.0.0.0-255.255.255.255",
        "0.0.0.0(0.0.0.0); 0.0.0.0/0",
        "fe80::1%11, fe80::2%11; fe80::1%11-fe80::2%11",
        "10.0.0.5/32; 10.0.0.5"
      })
  void two_spellings_are_one_value(String one, String other) {
    assertThat(read(one)).isEqualTo(read(other)).hasSameHashCodeAs(read(other));
    assertThat(Types.ADDRESS_SET.show(read(one))).isEqualTo(Types.ADDRESS_SET.show(read(other)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "fe80::1%11; fe80::1",
        "fe80::1%11; fe80::1%12",
        "10.0.0.0/24; 10.0.0.0-10.0.0.254",
        "::/0; 0.0.0.0/0",
        "::ffff:10.0.0.1; 10.0.0.1"
      })
  void what_differs_is_not_equal(String one, String other) {
    assertThat(read(one)).isNotEqualTo(read(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.1",
        "10",
        "167772161",
        "0x0a000001",
        "0b1010.0.0.1",
        "10.0.0.01",
        "010.0.0.1",
        "10.0.0.*",
        "*",
        "10.0.0.0-255",
        "10.0.0.1-2.3",
        "10.0.0.1_",
        "10.0.0",
        "10.0.0.256",
        "10.0.0.0/33",
        "10.0.0.0/",
        "/24",
        "10.0.0.0/24/24",
        "10.0.0.0/255.255.255.0",
        "10.0.0.0(255.0.255.0)",
        "10.0.0.0(24)",
        "10.0.0.9-10.0.0.1",
        "10.0.0.1-2001:db8::1",
        "10.0.0.1%11",
        "fe80::/10%11",
        "fe80::1%11-fe80::2%12",
        "2001:db8::*",
        "2001:db8",
        "1::2::3",
        "mail.example.com",
        "10.0.0.1:25",
        "[2001:db8::1]",
        "10.0.0.1 10.0.0.2"
      })
  void lenient_spellings_are_refused(String text) {
    assertThat(Types.ADDRESS_SET.read(Raw.text(text)).problem())
        .contains(
            "'"
                + text
                + "' is not an address such as 10.0.4.11, 10.0.4.0/24 or 10.0.4.0-10.0.4.99");
  }

  @Test
  void ranges_that_are_no_block_are_shown_as_ranges_and_counted() {
    AddressSet set = read("10.0.0.1-10.0.0.3, 2001:db8::1, 192.0.2.0/30");

    assertThat(Types.ADDRESS_SET.write(set))
        .isEqualTo(Literal.Items.of(List.of("10.0.0.1-10.0.0.3", "192.0.2.0/30", "2001:db8::1")));
    assertThat(set.count()).isEqualTo(8);
  }

  @Test
  void excluded_addresses_split_a_block() {
    Members<AddressSet> members = Types.ADDRESS_SET.members().orElseThrow();

    AddressSet rest = members.minus(read("10.0.0.0/24, ::1"), read("10.0.0.10"));

    assertThat(rest.spelled()).containsExactly("10.0.0.0-10.0.0.9", "10.0.0.11-10.0.0.255", "::1");
    assertThat(members.covers(read("0.0.0.0/0"), rest)).isFalse();
    assertThat(members.disjoint(rest, read("10.0.0.10, ::2"))).isTrue();
  }

  @Test
  void few_addresses_come_one_by_one_and_many_by_their_ranges() {
    AddressSet set = read("10.0.0.1-10.0.0.3, fe80::1%11");

    assertThat(set.apart(4))
        .extracting(AddressSet::spelled)
        .extracting(one -> one.get(0))
        .containsExactly("10.0.0.1", "10.0.0.2", "10.0.0.3", "fe80::1%11");
    assertThat(set.apart(3))
        .extracting(AddressSet::spelled)
        .extracting(one -> one.get(0))
        .containsExactly("10.0.0.1-10.0.0.3", "fe80::1%11");
  }

  private static AddressSet read(String text) {
    return Types.ADDRESS_SET.read(Raw.text(text)).known().orElseThrow();
  }
}
