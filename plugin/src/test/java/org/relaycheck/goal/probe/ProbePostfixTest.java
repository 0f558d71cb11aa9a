package org.relaycheck.goal.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relaycheck.goal.Wires.verdict;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.goal.Wires;
import org.relaycheck.report.probe.ProbeRun;
import org.relaycheck.standin.mail.Postfix;
import org.relaycheck.standin.tds.TestCertificate;

/** A probe of a server that somebody else wrote, with limits and TLS of its own. */
class ProbePostfixTest {

  private static final String RELAY =
      "ExtendedRights: {contains: [allow anonymous ms-Exch-SMTP-Accept-Any-Recipient]}";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 100})
  void the_limit_that_it_is_set_to_is_found_exactly(int limit) throws Exception {
    try (Postfix postfix = Postfix.in("smtpd_client_connection_count_limit = " + limit)) {
      ProbeRun run =
          new Wires(folder)
              .connector("Relay", postfix.port())
              .policy("MaxInboundConnectionPerSource: " + limit)
              .connections(limit + 20)
              .probe();

      assertThat(verdict(run, "MaxInboundConnectionPerSource"))
          .startsWith("proved: " + limit + " connection")
          .contains(
              "held together, the next one got: 421 4.7.0 mx.corp.example Error: too"
                  + " many connections from");
    }
  }

  @Test
  void its_words_its_certificate_and_its_answers_to_strangers_are_seen() throws Exception {
    TestCertificate certificate = TestCertificate.create(folder, "mx.corp.example");
    try (Postfix postfix =
        Postfix.in(
            "smtpd_tls_cert_file = " + certificate.pem(),
            "smtpd_tls_key_file = " + key(certificate),
            "smtpd_tls_security_level = may")) {
      ProbeRun run =
          new Wires(folder)
              .at(Instant.now()) // the certificate is of this very moment
              .connector("Relay", postfix.port())
              .policy(
                  "Fqdn: mx.corp.example",
                  "AuthMechanism: Tls",
                  "PermissionGroups: AnonymousUsers",
                  "PipeliningEnabled: true",
                  RELAY)
              .probe();

      assertThat(verdict(run, "Fqdn")).startsWith("proved");
      assertThat(verdict(run, "PipeliningEnabled")).startsWith("proved");
      assertThat(verdict(run, "anonymous submission")).startsWith("proved: MAIL: 250");
      assertThat(verdict(run, "anonymous relay"))
          .startsWith("refuted: RCPT: 554 5.7.1 <relay-probe@example.org>: Relay access denied");
      assertThat(run.proof().attempts().get(0).results())
          .filteredOn(result -> result.topic().equals("certificate"))
          .extracting(result -> result.expected() + " " + result.trouble().isEmpty())
          .containsExactly(
              "good today true", "good for 14 days or more false", "trusted by this Java false");
    }
  }

  @Test
  void messages_are_taken() throws Exception {
    try (Postfix postfix = Postfix.in()) {
      ProbeRun run =
          new Wires(folder)
              .connector("Relay", postfix.port())
              .policy("MaxAcknowledgementDelay: 0")
              .send("somebody@corp.example", 30)
              .probe();

      assertThat(verdict(run, "messages")).startsWith("proved: 30 messages, ");
      assertThat(verdict(run, "MaxAcknowledgementDelay")).startsWith("proved: 30 messages, ");
    }
  }

  private Path key(TestCertificate certificate) throws Exception {
    KeyStore store = KeyStore.getInstance(certificate.keyStore().toFile(), secret(certificate));
    Key key = store.getKey(store.aliases().nextElement(), secret(certificate));
    Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    Path file = folder.resolve("key.pem");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write("-----BEGIN PRIVATE KEY-----\n".getBytes(StandardCharsets.US_ASCII));
      out.write(lines.encode(key.getEncoded()));
      out.write("\n-----END PRIVATE KEY-----\n".getBytes(StandardCharsets.US_ASCII));
    }
    return file;
  }

  private static char[] secret(TestCertificate certificate) {
    return certificate.password().toCharArray();
  }
}
