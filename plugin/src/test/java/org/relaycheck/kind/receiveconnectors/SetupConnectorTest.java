package org.relaycheck.kind.receiveconnectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relaycheck.catalogue.Property;
import org.relaycheck.value.Raw;

class SetupConnectorTest {

  private static final String EVERYWHERE =
      "0.0.0.0-255.255.255.255, ::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff";

  private final Map<Property<?>, Raw> settings = new HashMap<>();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "FrontendTransport; 0.0.0.0:25, [::]:25",
        "FrontendTransport; 0.0.0.0:587, [::]:587",
        "FrontendTransport; 0.0.0.0:717, [::]:717",
        "HubTransport; 0.0.0.0:2525, [::]:2525",
        "HubTransport; 0.0.0.0:465, [::]:465",
        "16384; [::]:25"
      })
  void the_connectors_of_a_mailbox_server_since_2013_are_told(String role, String bindings) {
    connector(role, bindings, EVERYWHERE);

    assertThat(told()).isEqualTo(Raw.text("true"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"0.0.0.0:25, [::]:25", "0.0.0.0:587, [::]:587", "0.0.0.0:25"})
  void the_connectors_of_2007_and_2010_and_edge_are_told(String bindings) {
    connector("", bindings, "0.0.0.0/0");

    assertThat(told()).isEqualTo(Raw.text("true"));
  }

  @Test
  void a_role_that_is_neither_service_counts_as_none() {
    connector("Edge", "0.0.0.0:25", "0.0.0.0-255.255.255.255");

    assertThat(told()).isEqualTo(Raw.text("true"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "FrontendTransport; 0.0.0.0:25; 192.0.2.0/24",
        "FrontendTransport; 0.0.0.0:25; 0.0.0.0-255.255.255.254",
        "FrontendTransport; 0.0.0.0:25; ::/0",
        "FrontendTransport; 0.0.0.0:2525; 0.0.0.0/0",
        "HubTransport; 0.0.0.0:25; 0.0.0.0/0",
        "HubTransport; 0.0.0.0:717; 0.0.0.0/0",
        "FrontendTransport; 0.0.0.0:26; 0.0.0.0/0",
        "FrontendTransport; 0.0.0.0:25, 0.0.0.0:587; 0.0.0.0/0",
        "'';0.0.0.0:717; 0.0.0.0/0",
        "'';0.0.0.0:2525; 0.0.0.0/0",
        "FrontendTransport; ''; 0.0.0.0/0",
        "FrontendTransport; 0.0.0.0:25; ''"
      })
  void connectors_that_only_look_alike_are_not(String role, String bindings, String ranges) {
    connector(role, bindings, ranges);

    assertThat(told()).isEqualTo(Raw.text("false"));
  }

  @Test
  void an_answer_that_tells_nothing_of_2013_is_of_a_server_without_roles() {
    settings.put(ReceiveConnectorRows.BINDINGS, Raw.text("0.0.0.0:25"));
    settings.put(ReceiveConnectorRows.REMOTE_IP_RANGES, Raw.text(EVERYWHERE));

    Raw little = told();
    settings.put(ReceiveConnectorRows.FQDN, Raw.text("ex01.corp.example"));
    settings.put(ReceiveConnectorRows.BANNER, Raw.text(""));
    settings.put(ReceiveConnectorRows.MAX_HOP_COUNT, Raw.text("60"));
    settings.put(ReceiveConnectorRows.SIZE_ENABLED, Raw.text("Enabled"));
    Raw whole = told();
    settings.put(ReceiveConnectorRows.SERVICE_DISCOVERY_FQDN, Raw.text(""));
    Raw newer = told();

    assertThat(little).isInstanceOf(Raw.Unread.class);
    assertThat(whole).isEqualTo(Raw.text("true"));
    assertThat(newer).isInstanceOf(Raw.Unread.class);
  }

  @Test
  void an_unread_role_leaves_it_open() {
    connector("", "0.0.0.0:25", EVERYWHERE);

    settings.put(ReceiveConnectorRows.TRANSPORT_ROLE, new Raw.Unread("no right to read"));

    assertThat(told()).isInstanceOf(Raw.Unread.class);
    assertThat(((Raw.Unread) told()).why()).contains("no right to read");
  }

  @Test
  void a_cut_off_range_leaves_it_open() {
    connector("FrontendTransport", "0.0.0.0:25", EVERYWHERE);

    settings.put(ReceiveConnectorRows.REMOTE_IP_RANGES, new Raw.CutOff("{192.0.2.1..."));

    assertThat(told()).isInstanceOf(Raw.Unread.class);
  }

  @Test
  void a_narrow_range_decides_even_if_the_role_is_unread() {
    connector("", "0.0.0.0:25", "192.0.2.0/24");

    settings.put(ReceiveConnectorRows.TRANSPORT_ROLE, new Raw.Unread("no right to read"));

    assertThat(told()).isEqualTo(Raw.text("false"));
  }

  private void connector(String role, String bindings, String ranges) {
    settings.put(ReceiveConnectorRows.TRANSPORT_ROLE, Raw.text(role));
    settings.put(ReceiveConnectorRows.BINDINGS, Raw.text(bindings));
    settings.put(ReceiveConnectorRows.REMOTE_IP_RANGES, Raw.text(ranges));
  }

  private Raw told() {
    return SetupConnector.told(row -> settings.getOrDefault(row, new Raw.Unread("not given")));
  }
}
