package org.relaycheck.standin.tds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every pairing of what the driver and the server want of TLS. */
@TestInstance(Lifecycle.PER_CLASS)
class TdsServerTlsTest {
  private TestCertificate certificate;
  private TestCertificate stranger;

  @BeforeAll
  void make_certificates(@TempDir Path folder) throws Exception {
    certificate = TestCertificate.create(folder, "localhost");
    stranger = TestCertificate.create(folder, "mail.example.test");
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_SUPPORTED, false,  ''",
    "OFF,           false,  TLSv1.2",
    "OFF,           true,   TLSv1.2",
    "ON,            false,  TLSv1.2",
    "ON,            true,   TLSv1.2",
    "STRICT,        strict, TLSv1.3",
  })
  void a_verified_client_logs_in_and_reads(Encryption encryption, String encrypt, String tls)
      throws Exception {
    try (TdsServer server = start(encryption, certificate)) {
      read(TestClient.trusting(server, encrypt, certificate));

      assertThat(server.logins()).extracting(Login::tls).containsExactly(tls);
      assertThat(server.batches()).containsExactly("SELECT t");
    }
  }

  @Test
  void a_client_may_trust_any_certificate() throws Exception {
    try (TdsServer server = start(Encryption.ON, stranger)) {
      SQLServerDataSource source = TestClient.encrypted(server, "true");
      source.setTrustServerCertificate(true);

      read(source);

      assertThat(server.batches()).containsExactly("SELECT t");
    }
  }

  @Test
  void a_strict_client_may_pin_the_certificate() throws Exception {
    try (TdsServer server = start(Encryption.STRICT, certificate)) {
      SQLServerDataSource source = TestClient.encrypted(server, "strict");
      source.setServerCertificate(certificate.pem().toString());

      read(source);

      assertThat(server.batches()).containsExactly("SELECT t");
    }
  }

  @Test
  void the_name_in_the_certificate_may_be_given() throws Exception {
    try (TdsServer server = start(Encryption.ON, stranger)) {
      SQLServerDataSource source = TestClient.trusting(server, "true", stranger);
      source.setHostNameInCertificate("mail.example.test");

      read(source);

      assertThat(server.batches()).containsExactly("SELECT t");
    }
  }

  @ParameterizedTest
  @CsvSource({"ON, true", "STRICT, strict"})
  void an_untrusted_certificate_is_refused(Encryption encryption, String encrypt) throws Exception {
    try (TdsServer server = start(encryption, certificate)) {
      assertThatThrownBy(() -> read(TestClient.encrypted(server, encrypt)))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("PKIX path building failed");
      assertThat(server.logins()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"ON, true", "STRICT, strict"})
  void a_trusted_certificate_of_another_host_is_refused(Encryption encryption, String encrypt)
      throws Exception {
    try (TdsServer server = start(encryption, stranger)) {
      assertThatThrownBy(() -> read(TestClient.trusting(server, encrypt, stranger)))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("mail.example.test");
      assertThat(server.logins()).isEmpty();
    }
  }

  @Test
  void the_certificate_of_another_key_is_refused() throws Exception {
    try (TdsServer server = start(Encryption.ON, certificate)) {
      assertThatThrownBy(() -> read(TestClient.trusting(server, "true", stranger)))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("PKIX path");
    }
  }

  @Test
  void a_client_that_wants_tls_refuses_a_server_without() throws Exception {
    try (TdsServer server = start(Encryption.NOT_SUPPORTED, certificate)) {
      assertThatThrownBy(() -> read(TestClient.encrypted(server, "true")))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("not configured to support SSL");
      assertThat(server.logins()).isEmpty();
    }
  }

  @Test
  void a_strict_server_refuses_a_client_that_is_not() throws Exception {
    try (TdsServer server = start(Encryption.STRICT, certificate)) {
      assertThatThrownBy(() -> read(TestClient.trusting(server, "true", certificate)))
          .isInstanceOf(SQLException.class);
      assertThat(server.logins()).isEmpty();
    }
  }

  private static TdsServer start(Encryption encryption, TestCertificate certificate)
      throws Exception {
    Rows rows = Rows.of(Column.longText("t")).row("z".repeat(20_000));
    return TdsServer.start(encryption, certificate, Scenario.empty().on("SELECT", rows));
  }

  private static void read(SQLServerDataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeQuery("SELECT t").next()).isTrue();
    }
  }
}
