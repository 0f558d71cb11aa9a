package org.relaycheck.kind.receiveconnectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Product;
import org.relaycheck.catalogue.Property;
import org.relaycheck.catalogue.Version;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Seen;

class ReceiveConnectorRowsTest {

  private static final Catalogue TABLE = ReceiveConnectorRows.CATALOGUE;

  @Test
  void the_known_limits_of_bulk_mail_are_rows_with_their_ranges() {
    assertThat(range("MaxInboundConnectionPerSource", "10000")).isTrue();
    assertThat(range("MaxInboundConnectionPerSource", "unlimited")).isTrue();
    assertThat(range("MaxInboundConnectionPerSource", "10001")).isFalse();
    assertThat(range("MaxInboundConnectionPercentagePerSource", "0")).isFalse();
    assertThat(range("MaxInboundConnectionPercentagePerSource", "100")).isTrue();
    assertThat(range("MaxInboundConnection", "2147483648")).isFalse();
    assertThat(range("TarpitInterval", "10m")).isTrue();
    assertThat(range("TarpitInterval", "601s")).isFalse();
    assertThat(range("MaxMessageSize", "64KB")).isTrue();
    assertThat(range("MaxMessageSize", "65535")).isFalse();
    assertThat(range("Banner", "220 SMTP Server Ready")).isTrue();
    assertThat(range("Banner", "SMTP Server Ready")).isFalse();
  }

  private static boolean range(String name, String text) {
    return range(TABLE.row(name).orElseThrow(), text);
  }

  private static <T> boolean range(Property<T> row, String text) {
    return row.allowed().allows().test(row.read(Raw.text(text)).known().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "TransportRole, Version 14.3 (Build 123.4), it came with Exchange 2013",
    "AuthTarpitInterval, Version 15.0 (Build 1497.2), it came with Exchange 2016",
    "MaxAcknowledgementDelay, Version 8.3 (Build 83.6), it came with Exchange 2010",
    "EnableAuthGSSAPI, Version 8.0 (Build 685.25), it came with Exchange 2007 SP1"
  })
  void an_older_server_lacks_a_newer_setting(String name, String version, String why) {
    Property<?> row = TABLE.row(name).orElseThrow();

    Optional<Version> told = Product.EXCHANGE.version(Map.of("ExchangeVersion", version));

    assertThat(row.facts().validity().lacking(told, Optional.empty())).contains(why);
  }

  @Test
  void a_server_whose_version_is_unknown_is_not_said_to_lack_anything() {
    assertThat(TABLE.rows())
        .allSatisfy(
            row ->
                assertThat(row.facts().validity().lacking(Optional.empty(), Optional.empty()))
                    .isEmpty());
  }

  @Test
  void edge_has_no_transport_roles() {
    Optional<String> role = Product.EXCHANGE.role(Map.of("ServerRole", "Edge"));

    assertThat(
            ReceiveConnectorRows.TRANSPORT_ROLE
                .facts()
                .validity()
                .lacking(Optional.of(Version.of(15, 2)), role))
        .contains("the role EDGE does not have it");
  }

  @Test
  void se_is_told_from_2019_by_its_build() {
    Version se = Version.parse("Version 15.2 (Build 2562.17)").orElseThrow();
    Version last2019 = Version.parse("Version 15.2 (Build 1748.10)").orElseThrow();

    assertThat(se).isGreaterThanOrEqualTo(ExchangeReleases.EXCHANGE_SE.from());
    assertThat(last2019).isLessThan(ExchangeReleases.EXCHANGE_SE.from());
  }

  @Test
  void all_for_a_rate_source_is_address_and_user() {
    Seen<Set<String>> all = ReceiveConnectorRows.MESSAGE_RATE_SOURCE.read(Raw.text("All"));

    assertThat(all).isEqualTo(Seen.of(Set.of("IPAddress", "User")));
    assertThat(ReceiveConnectorRows.MESSAGE_RATE_SOURCE.read(Raw.text("3"))).isEqualTo(all);
  }

  @Test
  void custom_among_groups_is_dropped_and_cannot_be_stated() {
    Property<Set<String>> groups = ReceiveConnectorRows.PERMISSION_GROUPS;

    assertThat(groups.read(Raw.text("AnonymousUsers, Custom")))
        .isEqualTo(groups.read(Raw.text("AnonymousUsers")));
    assertThat(groups.type().refusal(Raw.text("Custom")).orElseThrow()).contains("ExtendedRights");
  }

  @Test
  void what_setup_made_is_computed_and_only_for_where() {
    Property<Boolean> setup = ReceiveConnectorRows.SETUP;

    assertThat(setup.onlyForWhere()).isTrue();
    assertThat(setup.binding())
        .isInstanceOfSatisfying(
            Binding.Computed.class,
            computed ->
                assertThat(computed.from().apply(row -> new Raw.Empty()))
                    .isEqualTo(Raw.text("false")));
  }

  @Test
  void names_that_are_no_settings_are_refused_with_a_reason() {
    assertThat(TABLE.refused())
        .containsKeys("Name", "Server", "Identity", "Guid", "LiveCredentialEnabled", "ProxyEnabled")
        .containsEntry("AcceptConsumerMail", "Exchange returns it, no cmdlet sets it");
  }
}
