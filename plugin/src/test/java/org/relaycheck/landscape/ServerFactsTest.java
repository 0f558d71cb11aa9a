package org.relaycheck.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.landscape.input.NotKnownException;

/** What a server tells beside its connectors: accepted domains and certificates. */
class ServerFactsTest {

  @ParameterizedTest
  @CsvSource({
    "corp.example, corp.example, true",
    "corp.example, CORP.example, true",
    "corp.example, sub.corp.example, false",
    "*.corp.example, sub.corp.example, true",
    "*.corp.example, corp.example, true",
    "*.corp.example, notcorp.example, false",
    "*, elsewhere.example, true"
  })
  void a_domain_is_taken_by_an_accepted_one(String accepted, String domain, boolean taken) {
    assertThat(new AcceptedDomain(accepted, "InternalRelay").holds(domain)).isEqualTo(taken);
  }

  @Test
  void accepted_domains_are_told_by_the_server() throws NotKnownException {
    Server server =
        server(
            Map.of(
                "AcceptedDomains",
                "2",
                "AcceptedDomain.corp.example",
                "Authoritative",
                "AcceptedDomain.*",
                "InternalRelay"));

    assertThat(server.acceptedDomains())
        .containsExactly(
            new AcceptedDomain("*", "InternalRelay"),
            new AcceptedDomain("corp.example", "Authoritative"));
  }

  @Test
  void an_older_record_does_not_know_them() {
    assertThatThrownBy(() -> server(Map.of()).acceptedDomains())
        .isInstanceOf(NotKnownException.class);
    assertThatThrownBy(() -> server(Map.of()).certificates()).isInstanceOf(NotKnownException.class);
  }

  @Test
  void a_connector_without_a_name_of_a_certificate_shows_one_for_its_fqdn()
      throws NotKnownException {
    Landscape landscape =
        ReadConnector.landscape(
            List.of(
                ReadConnector.named("Relay")
                    .with(ReceiveConnectorRows.TLS_CERTIFICATE_NAME)
                    .with(ReceiveConnectorRows.FQDN, "relay.corp.example")),
            Map.of(
                "Certificates",
                "3",
                "Certificate.A.Names",
                "*.corp.example",
                "Certificate.A.Services",
                "IIS, SMTP",
                "Certificate.B.Names",
                "relay.corp.example",
                "Certificate.B.Services",
                "IIS",
                "Certificate.C.Names",
                "mail.corp.example",
                "Certificate.C.Services",
                "SMTP"));

    assertThat(landscape.connectors().get(0).certificates())
        .extracting(Certificate::thumbprint)
        .containsExactly("A");
  }

  private static Server server(Map<String, String> facts) {
    return ReadConnector.landscape(List.of(), facts).servers().get(0);
  }
}
