package org.relaycheck.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.EXTENDED_RIGHTS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.INHERITED_RIGHTS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.OTHER_RIGHTS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.PERMISSION_GROUPS;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.landscape.input.NotKnownException;

class AnonymousAccessTest {

  private static final String RELAY = " ms-Exch-SMTP-Accept-Any-Recipient";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "allow anonymous",
        "allow S-1-5-7",
        "allow NT AUTHORITY\\ANONYMOUS LOGON",
        "allow S-1-1-0",
        "allow everyone"
      })
  void an_entry_of_its_own_lets_anonymous_relay(String who) throws NotKnownException {
    ReadConnector connector = open().with(EXTENDED_RIGHTS, who + RELAY);

    assertThat(relay(connector)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"S-1-5-11", "NT AUTHORITY\\Authenticated Users", "EXAMPLE\\Relay"})
  void who_logs_in_is_not_anonymous(String who) throws NotKnownException {
    assertThat(relay(open().with(EXTENDED_RIGHTS, "allow " + who + RELAY))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "allow S-1-5-7 GenericAll",
        "allow Everyone ExtendedRight",
        "inherited allow S-1-1-0 GenericAll",
        "allow NT AUTHORITY\\ANONYMOUS LOGON ReadProperty, ExtendedRight"
      })
  void a_generic_entry_holds_the_right(String entry) throws NotKnownException {
    assertThat(relay(open().with(OTHER_RIGHTS, entry))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "allow S-1-5-7 ReadProperty, GenericRead",
        "allow S-1-5-32-544 GenericAll",
        "deny S-1-5-7 GenericAll",
        "what nobody foresaw"
      })
  void another_entry_does_not(String entry) throws NotKnownException {
    assertThat(relay(open().with(OTHER_RIGHTS, entry))).isFalse();
  }

  @Test
  void an_inherited_entry_counts() throws NotKnownException {
    assertThat(relay(open().with(INHERITED_RIGHTS, "allow S-1-5-7" + RELAY))).isTrue();
  }

  @Test
  void a_deny_of_its_own_beats_every_allow() throws NotKnownException {
    ReadConnector connector =
        open()
            .with(EXTENDED_RIGHTS, "allow anonymous" + RELAY, "deny S-1-5-7" + RELAY)
            .with(INHERITED_RIGHTS, "allow S-1-5-7" + RELAY)
            .with(OTHER_RIGHTS, "allow S-1-5-7 GenericAll");

    assertThat(relay(connector)).isFalse();
  }

  @Test
  void an_inherited_deny_does_not_beat_an_entry_of_its_own() throws NotKnownException {
    ReadConnector connector =
        open()
            .with(EXTENDED_RIGHTS, "allow anonymous" + RELAY)
            .with(INHERITED_RIGHTS, "deny S-1-5-7" + RELAY);

    assertThat(relay(connector)).isTrue();
  }

  @Test
  void an_inherited_deny_against_an_inherited_allow_is_not_known() {
    ReadConnector connector =
        open().with(INHERITED_RIGHTS, "deny S-1-5-7" + RELAY, "allow S-1-1-0" + RELAY);

    assertThatThrownBy(() -> relay(connector))
        .isInstanceOf(NotKnownException.class)
        .hasMessageContaining("inherits an allow and a deny");
  }

  @Test
  void whether_a_deny_to_everyone_stops_anonymous_is_not_known() {
    ReadConnector connector =
        open().with(EXTENDED_RIGHTS, "allow anonymous" + RELAY, "deny S-1-1-0" + RELAY);

    assertThatThrownBy(() -> relay(connector))
        .isInstanceOf(NotKnownException.class)
        .hasMessageContaining("denies it to Everyone");
  }

  @Test
  void who_may_not_submit_mail_does_not_relay() throws NotKnownException {
    ReadConnector closed =
        open().with(EXTENDED_RIGHTS, "allow anonymous" + RELAY).with(PERMISSION_GROUPS);

    assertThat(relay(closed)).isFalse();
    assertThat(
            relay(
                closed.with(
                    EXTENDED_RIGHTS,
                    "allow anonymous" + RELAY,
                    "allow anonymous ms-Exch-SMTP-Submit")))
        .isTrue();
  }

  @Test
  void a_right_that_was_seen_counts_whatever_else_was_not_read() throws NotKnownException {
    ReadConnector connector =
        ReadConnector.named("Relay")
            .with(EXTENDED_RIGHTS, "allow anonymous" + RELAY)
            .unread(INHERITED_RIGHTS)
            .unread(PERMISSION_GROUPS);

    assertThat(relay(connector)).isTrue();
  }

  @Test
  void a_list_that_was_not_read_whole_is_not_taken_for_a_closed_one() {
    assertThatThrownBy(() -> relay(open().unread(EXTENDED_RIGHTS)))
        .isInstanceOf(NotKnownException.class);
    assertThatThrownBy(() -> relay(open().unread(INHERITED_RIGHTS)))
        .isInstanceOf(NotKnownException.class);
    assertThatThrownBy(() -> relay(open().unread(OTHER_RIGHTS)))
        .isInstanceOf(NotKnownException.class);
  }

  private static ReadConnector open() {
    return ReadConnector.named("Relay")
        .with(PERMISSION_GROUPS, "AnonymousUsers")
        .with(EXTENDED_RIGHTS)
        .with(INHERITED_RIGHTS)
        .with(OTHER_RIGHTS);
  }

  private static boolean relay(ReadConnector connector) throws NotKnownException {
    return new AnonymousAccess(connector.read()).relay().isPresent();
  }
}
