package org.relaycheck.kind.mailaccounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relaycheck.catalogue.Property;
import org.relaycheck.value.Raw;

class MailAuthenticationTest {

  @ParameterizedTest
  @CsvSource({
    "false, '', false, anonymous",
    "0, '', '', anonymous",
    "true, '', false, windows",
    "1, '', 0, windows",
    "false, mailer, true, basic",
    "0, mailer, 1, basic",
    "false, mailer, false, basic-without-password"
  })
  void flag_user_name_and_credential_make_one_of_three_ways(
      String windows, String user, String credential, String way) {
    Raw told = told(Raw.text(windows), Raw.text(user), Raw.text(credential));

    assertThat(told).isEqualTo(Raw.text(way));
  }

  @ParameterizedTest
  @CsvSource({
    "false, '', true, a password and no user name",
    "true, mailer, true, still has a user name",
    "true, mailer, false, still has a user name",
    "true, '', true, still has a password"
  })
  void a_state_between_the_ways_is_not_one_of_them(
      String windows, String user, String credential, String why) {
    Raw told = told(Raw.text(windows), Raw.text(user), Raw.text(credential));

    assertThat(told)
        .isInstanceOfSatisfying(Raw.Unread.class, it -> assertThat(it.why()).contains(why));
  }

  @Test
  void what_was_not_read_leaves_the_way_open() {
    Raw unread = new Raw.Unread("SELECT was denied");
    Raw off = Raw.text("false");
    Raw nobody = Raw.text("");

    assertThat(told(unread, nobody, off)).isInstanceOf(Raw.Unread.class);
    assertThat(told(off, unread, off)).isInstanceOf(Raw.Unread.class);
    assertThat(told(off, nobody, unread))
        .isInstanceOfSatisfying(
            Raw.Unread.class, it -> assertThat(it.why()).contains("SELECT was denied"));
  }

  private static Raw told(Raw windows, Raw user, Raw credential) {
    return MailAuthentication.told(row -> of(row, windows, user, credential));
  }

  private static Raw of(Property<?> row, Raw windows, Raw user, Raw credential) {
    return switch (row.name()) {
      case "use_default_credentials" -> windows;
      case "username" -> user;
      case "credential" -> credential;
      default -> throw new AssertionError(row.name() + " is no part of it");
    };
  }
}
