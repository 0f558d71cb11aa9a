package org.relaycheck.rule.connector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Types;

class PublicAddressesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0-255.255.255.255",
        "0.0.0.0/1",
        "8.0.0.0/8",
        "9.0.0.0-9.1.0.0",
        "::/0",
        "2000::/3",
        "2600::/31",
        "10.0.0.0/8, 8.0.0.0/15"
      })
  void these_are_more_than_one_organisation_has(String ranges) {
    assertThat(of(ranges).areTooMany()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16",
        "100.64.0.0/10",
        "127.0.0.0/8, 169.254.0.0/16",
        "192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24",
        "224.0.0.0-255.255.255.255",
        "9.0.0.0/16",
        "fc00::/7, fe80::/10, ::1, 2001:db8::/32",
        "fe80::1%11-fe80::ffff%11",
        "2600::/32"
      })
  void these_are_not_public_or_of_one_organisation(String ranges) {
    assertThat(of(ranges).areTooMany()).isFalse();
  }

  @Test
  void everything_counts_without_what_is_reserved() {
    assertThat(of("0.0.0.0-255.255.255.255").words())
        .isEqualTo("3,702,258,432 public IPv4 addresses");
    assertThat(of("::/0").words()).isEqualTo("more public IPv6 addresses than a /32 has");
  }

  @ParameterizedTest
  @CsvSource({"8.0.0.0/8, 16777216", "8.0.0.0-10.255.255.255, 33554432"})
  void what_is_private_is_taken_out_of_the_middle(String ranges, long expected) {
    assertThat(of(ranges).four()).isEqualTo(expected);
  }

  private static PublicAddresses of(String ranges) {
    return PublicAddresses.of(Types.ADDRESS_SET.read(Raw.text(ranges)).known().orElseThrow());
  }
}
