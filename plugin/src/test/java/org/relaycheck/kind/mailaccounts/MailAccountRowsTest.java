package org.relaycheck.kind.mailaccounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Property;
import org.relaycheck.catalogue.SettingTrait;
import org.relaycheck.value.Raw;

class MailAccountRowsTest {

  private static final Catalogue TABLE = MailAccountRows.CATALOGUE;

  @Test
  void rows_are_named_like_the_parameters_of_the_procedure() {
    assertThat(TABLE.rows())
        .filteredOn(row -> row.binding() instanceof Binding.Column)
        .allSatisfy(
            row -> assertThat(((Binding.Column) row.binding()).parameter()).isEqualTo(row.name()))
        .hasSize(10);
    assertThat(MailAccountRows.MAILSERVER_NAME.binding())
        .isEqualTo(new Binding.Column("servername", "mailserver_name"));
  }

  @Test
  void text_that_the_procedure_would_cut_off_is_out_of_range() {
    assertThat(allows(MailAccountRows.DISPLAY_NAME, "x".repeat(128))).isTrue();
    assertThat(allows(MailAccountRows.DISPLAY_NAME, "x".repeat(129))).isFalse();
    assertThat(allows(MailAccountRows.DESCRIPTION, "x".repeat(256))).isTrue();
    assertThat(allows(MailAccountRows.DESCRIPTION, "x".repeat(257))).isFalse();
  }

  @Test
  void a_comma_in_a_reply_address_is_out_of_range_outside_quotes() {
    assertThat(allows(MailAccountRows.REPLYTO_ADDRESS, "dba@example.com")).isTrue();
    assertThat(allows(MailAccountRows.REPLYTO_ADDRESS, "a@example.com,b@example.com")).isFalse();
    assertThat(allows(MailAccountRows.REPLYTO_ADDRESS, "\"D, B\" <a@example.com>")).isTrue();
  }

  @Test
  void a_timeout_is_seconds_from_one_and_cannot_be_emptied() {
    assertThat(allows(MailAccountRows.TIMEOUT, "0")).isFalse();
    assertThat(allows(MailAccountRows.TIMEOUT, "1")).isTrue();
    assertThat(MailAccountRows.TIMEOUT.facts().has(SettingTrait.ONE_WAY)).isTrue();
    assertThat(MailAccountRows.TIMEOUT.facts().defaults()).isEmpty();
  }

  @Test
  void the_way_to_log_in_can_be_stated_and_the_credential_only_selected_by() {
    assertThat(MailAccountRows.AUTH.onlyForWhere()).isFalse();
    assertThat(MailAccountRows.AUTH.read(Raw.text("Anonymous")).known()).contains("anonymous");
    assertThat(MailAccountRows.CREDENTIAL.onlyForWhere()).isTrue();
  }

  @Test
  void a_password_is_refused() {
    assertThat(TABLE.refused().get("password")).contains("no secret");
    assertThat(TABLE.refused()).containsKeys("account_id", "account_name", "mailserver_type");
  }

  private static <T> boolean allows(Property<T> row, String text) {
    return row.allowed().allows().test(row.read(Raw.text(text)).known().orElseThrow());
  }
}
