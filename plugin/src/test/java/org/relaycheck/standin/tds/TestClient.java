package org.relaycheck.standin.tds;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The real driver, set up for a {@link TdsServer}. */
final class TestClient {
  /** The driver logs failed logins on stderr; whoever holds its logger may silence it. */
  private static final Logger DRIVER = Logger.getLogger("com.microsoft.sqlserver.jdbc");

  private TestClient() {}

  static SQLServerDataSource plain(TdsServer server) {
    DRIVER.setLevel(Level.OFF);
    SQLServerDataSource source = new SQLServerDataSource();
    source.setServerName("localhost");
    source.setPortNumber(server.port());
    source.setUser("relay_reader");
    source.setPassword("pa55wörd€");
    source.setDatabaseName("msdb");
    source.setApplicationName("relay-maven-plugin");
    source.setEncrypt("false");
    source.setConnectRetryCount(0);
    source.setLoginTimeout(5);
    return source;
  }

  static SQLServerDataSource encrypted(TdsServer server, String encrypt) {
    SQLServerDataSource source = plain(server);
    source.setEncrypt(encrypt);
    return source;
  }

  static SQLServerDataSource trusting(
      TdsServer server, String encrypt, TestCertificate certificate) {
    SQLServerDataSource source = encrypted(server, encrypt);
    source.setTrustStoreType("PKCS12");
    source.setTrustStore(certificate.trustStore().toString());
    source.setTrustStorePassword(certificate.password());
    return source;
  }
}
