package org.relaycheck.script.receiveconnectors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relaycheck.catalogue.Property;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.value.Raw;

class ChangeEffectTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      value = {
        "RemoteIPRanges | 192.0.2.0/24 | 192.0.2.0-192.0.2.255 | ''",
        "RemoteIPRanges | 192.0.2.0/24 | 192.0.2.0/25 | narrowing",
        "RemoteIPRanges | 192.0.2.0/25 | 192.0.2.0/24 | widening",
        "RemoteIPRanges | 192.0.2.1 | 192.0.2.2 | narrowing widening",
        "RemoteIPRanges | '' | 192.0.2.2 | widening",
        "RemoteIPRanges | 192.0.2.2 | '' | narrowing",
        "Bindings | 0.0.0.0:25 | 0.0.0.0:25, [::]:25 | widening",
        "Bindings | 0.0.0.0:25 | 0.0.0.0:587 | narrowing widening",
        "PermissionGroups | AnonymousUsers | AnonymousUsers, Custom | ''",
        "PermissionGroups | AnonymousUsers | None | narrowing",
        "PermissionGroups | None | ExchangeUsers | widening",
        "ExtendedRights | allow anonymous a | allow anonymous a, allow anonymous b | widening",
        "ExtendedRights | allow anonymous a | deny anonymous a | narrowing",
        "ExtendedRights | deny anonymous a | '' | widening",
        "AuthMechanism | Tls | Tls, BasicAuth | widening",
        "AuthMechanism | Tls | Tls, ExternalAuthoritative | widening",
        "AuthMechanism | Tls | Tls, Integrated | ''",
        "AuthMechanism | Tls, Integrated | Tls | narrowing",
        "AuthMechanism | Tls, BasicAuth, BasicAuthRequireTLS | Tls, BasicAuth | widening",
        "AuthMechanism | Tls, BasicAuth | Tls, BasicAuth, BasicAuthRequireTLS | narrowing",
        "AuthMechanism | Tls, Integrated | Integrated | narrowing widening",
        "RequireTLS | false | true | narrowing",
        "RequireTLS | true | false | widening",
        "Enabled | false | true | widening",
        "Enabled | true | false | narrowing",
        "DomainSecureEnabled | true | false | widening",
        "ExtendedProtectionPolicy | None | Require | narrowing",
        "ExtendedProtectionPolicy | Require | Allow | widening",
        "TarpitInterval | 00:00:05 | 00:00:00 | ''",
        "Comment | a | b | ''"
      })
  void a_change_needs_the_switch_for_what_it_takes_or_opens(
      String setting, String before, String after, String needs) {
    Property<?> row = ReceiveConnectorRows.CATALOGUE.row(setting).orElseThrow();

    assertThat(needs(row, before, after)).isEqualTo(needs);
  }

  private static <T> String needs(Property<T> row, String before, String after) {
    return ChangeEffect.of(
            row, row.read(Raw.text(before)).known(), row.read(Raw.text(after)).known())
        .needs();
  }
}
