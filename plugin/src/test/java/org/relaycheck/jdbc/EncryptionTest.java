package org.relaycheck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relaycheck.jdbc.Instance.MAIL;
import static org.relaycheck.jdbc.Instance.question;
import static org.relaycheck.jdbc.Instance.rows;
import static org.relaycheck.live.SqlProperty.ENCRYPT;
import static org.relaycheck.live.SqlProperty.HOST_NAME_IN_CERTIFICATE;
import static org.relaycheck.live.SqlProperty.SERVER_CERTIFICATE;
import static org.relaycheck.live.SqlProperty.TRUST_SERVER_CERTIFICATE;
import static org.relaycheck.live.SqlProperty.TRUST_STORE;
import static org.relaycheck.live.SqlProperty.TRUST_STORE_TYPE;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.SqlProperty;
import org.relaycheck.standin.tds.Encryption;
import org.relaycheck.standin.tds.Login;
import org.relaycheck.standin.tds.TdsServer;
import org.relaycheck.standin.tds.TestCertificate;

/** TLS is on and the certificate is verified unless a user says otherwise. */
@Timeout(60)
@TestInstance(Lifecycle.PER_CLASS)
class EncryptionTest {

  private TestCertificate certificate;
  private TestCertificate stranger;
  private Path trusted;
  private Path strangerTrusted;

  @BeforeAll
  void make_certificates(@TempDir Path folder) throws Exception {
    certificate = TestCertificate.create(folder, "localhost");
    stranger = TestCertificate.create(folder, "mail.example.test");
    trusted = withoutPassword(certificate, folder.resolve("trusted.jks"));
    strangerTrusted = withoutPassword(stranger, folder.resolve("stranger.jks"));
  }

  /** A JKS store shows its certificates to those who do not know its password. */
  private static Path withoutPassword(TestCertificate made, Path to) throws Exception {
    KeyStore from = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(made.trustStore())) {
      from.load(in, made.password().toCharArray());
    }
    KeyStore store = KeyStore.getInstance("JKS");
    store.load(null, null);
    String alias = from.aliases().nextElement();
    store.setCertificateEntry(alias, from.getCertificate(alias));
    try (OutputStream out = Files.newOutputStream(to)) {
      store.store(out, made.password().toCharArray());
    }
    return to;
  }

  @ParameterizedTest
  @CsvSource({
    "OFF,    mandatory, TLSv1.2",
    "ON,     mandatory, TLSv1.2",
    "ON,     optional,  TLSv1.2",
    "OFF,    optional,  TLSv1.2",
    "STRICT, strict,    TLSv1.3",
  })
  void a_server_with_a_trusted_certificate_is_read(Encryption mode, String encrypt, String tls)
      throws Exception {
    try (TdsServer server = start(mode, certificate)) {

      HostAnswer asked = ask(server, trusting(trusted, encrypt));

      assertThat(asked).isInstanceOf(HostAnswer.Answered.class);
      assertThat(server.logins()).extracting(Login::tls).containsExactly(tls);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PEM", "", "JKS"})
  void certificates_as_text_are_trusted_and_their_copy_does_not_stay(String type, @TempDir Path at)
      throws Exception {
    Path bag = at.resolve("with words.pem");
    String words = "Bag Attributes\n    friendlyName: a-b-c\n";
    Files.writeString(
        bag, words + Files.readString(stranger.pem()) + Files.readString(certificate.pem()));
    Map<SqlProperty, String> properties = new EnumMap<>(Map.of(TRUST_STORE, bag.toString()));
    if (!type.isEmpty()) {
      properties.put(TRUST_STORE_TYPE, type);
    }
    try (TdsServer server = start(Encryption.ON, certificate)) {

      assertThat(ask(server, properties)).isInstanceOf(HostAnswer.Answered.class);
    }
  }

  @Test
  void a_certificate_in_text_that_is_not_the_issuers_is_not_trusted() throws Exception {
    try (TdsServer server = start(Encryption.ON, certificate)) {

      HostAnswer.Failed failed =
          (HostAnswer.Failed) ask(server, Map.of(TRUST_STORE, stranger.pem().toString()));

      assertThat(failed.why()).contains(": its certificate is not trusted here");
    }
  }

  @Test
  void a_trust_file_that_cannot_be_used_is_told_before_anything_is_connected(@TempDir Path at)
      throws Exception {
    Path words = Files.writeString(at.resolve("words.pem"), "-----BEGIN PRIVATE KEY-----\nx\n");
    Path none = at.resolve("none.jks");
    Map<Path, String> reasons =
        Map.of(
            none,
            "there is no file " + none,
            at,
            "cannot be read",
            words,
            "is neither PEM nor a JKS or PKCS #12 store",
            certificate.trustStore(),
            "cannot be seen without its password");
    try (TdsServer server = start(Encryption.ON, certificate)) {
      for (Map.Entry<Path, String> reason : reasons.entrySet()) {

        HostAnswer.Failed failed =
            (HostAnswer.Failed) ask(server, Map.of(TRUST_STORE, reason.getKey().toString()));

        assertThat(failed.why()).startsWith("trustStore: ").contains(reason.getValue());
      }
      assertThat(server.logins()).isEmpty();
    }
  }

  @Test
  void a_pinned_certificate_that_is_not_there_is_told_before_anything_is_connected()
      throws Exception {
    try (TdsServer server = start(Encryption.STRICT, certificate)) {

      HostAnswer.Failed failed =
          (HostAnswer.Failed)
              ask(server, Map.of(ENCRYPT, "strict", SERVER_CERTIFICATE, "none.cer"));

      assertThat(failed.why()).isEqualTo("serverCertificate: there is no file none.cer");
    }
  }

  @Test
  void encryption_needs_no_property() throws Exception {
    try (TdsServer server = start(Encryption.ON, certificate)) {

      HostAnswer asked =
          ask(server, Map.of(TRUST_STORE, trusted.toString(), TRUST_STORE_TYPE, "JKS"));

      assertThat(asked).isInstanceOf(HostAnswer.Answered.class);
    }
  }

  @Test
  void an_untrusted_certificate_is_refused_before_the_login() throws Exception {
    try (TdsServer server = start(Encryption.ON, certificate)) {

      HostAnswer.Failed failed = (HostAnswer.Failed) ask(server, Map.of());

      assertThat(failed.why()).contains(": its certificate is not trusted here");
      assertThat(failed.fix()).contains("properties: {trustStore: FILE}");
      assertThat(server.logins()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"ON, mandatory", "STRICT, strict"})
  void a_trusted_certificate_of_another_name_is_refused_before_the_login(
      Encryption mode, String encrypt) throws Exception {
    try (TdsServer server = start(mode, stranger)) {

      HostAnswer.Failed failed =
          (HostAnswer.Failed) ask(server, trusting(strangerTrusted, encrypt));

      assertThat(failed.why()).contains("its certificate is for another name");
      assertThat(failed.fix()).contains("hostNameInCertificate");
      assertThat(server.logins()).isEmpty();
    }
  }

  @Test
  void the_name_in_the_certificate_may_be_stated() throws Exception {
    try (TdsServer server = start(Encryption.ON, stranger)) {

      HostAnswer asked =
          ask(
              server,
              Map.of(
                  TRUST_STORE, strangerTrusted.toString(),
                  TRUST_STORE_TYPE, "JKS",
                  HOST_NAME_IN_CERTIFICATE, "mail.example.test"));

      assertThat(asked).isInstanceOf(HostAnswer.Answered.class);
    }
  }

  @Test
  void a_strict_client_may_pin_the_certificate() throws Exception {
    try (TdsServer server = start(Encryption.STRICT, certificate)) {

      HostAnswer asked =
          ask(server, Map.of(ENCRYPT, "strict", SERVER_CERTIFICATE, certificate.pem().toString()));

      assertThat(asked).isInstanceOf(HostAnswer.Answered.class);
    }
  }

  @Test
  void a_user_may_trust_any_certificate() throws Exception {
    try (TdsServer server = start(Encryption.ON, stranger)) {

      assertThat(ask(server, Map.of(TRUST_SERVER_CERTIFICATE, "true")))
          .isInstanceOf(HostAnswer.Answered.class);
    }
  }

  @Test
  void a_server_without_tls_is_refused_before_the_login() throws Exception {
    try (TdsServer server = start(Encryption.NOT_SUPPORTED, certificate)) {

      HostAnswer asked = ask(server, Map.of());

      assertThat(asked).isInstanceOf(HostAnswer.Failed.class);
      assertThat(((HostAnswer.Failed) asked).fix())
          .contains("whether TCP/IP and encryption are enabled");
      assertThat(server.logins()).isEmpty();
    }
  }

  @Test
  void a_strict_server_is_not_read_in_another_way() throws Exception {
    try (TdsServer server = start(Encryption.STRICT, certificate)) {

      HostAnswer asked = ask(server, trusting(trusted, "mandatory"));

      assertThat(asked).isInstanceOf(HostAnswer.Failed.class);
      assertThat(server.logins()).isEmpty();
    }
  }

  private static Map<SqlProperty, String> trusting(Path store, String encrypt) {
    return Map.of(ENCRYPT, encrypt, TRUST_STORE, store.toString(), TRUST_STORE_TYPE, "JKS");
  }

  private static TdsServer start(Encryption mode, TestCertificate certificate) throws Exception {
    return TdsServer.start(
        mode, certificate, Instance.answers(question(MAIL), rows("resource").row("Bulk")));
  }

  private static HostAnswer ask(TdsServer server, Map<SqlProperty, String> properties)
      throws Exception {
    try (SqlServerSource source = Instance.source(MAIL)) {
      return source.ask(Instance.connection(Instance.way(server, properties)));
    }
  }
}
