package org.relaycheck.standin.tds;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A self-signed certificate that lives as long as its folder.
 *
 * @param keyStore PKCS #12 with the key, for the server
 * @param trustStore PKCS #12 with the certificate alone, for a client
 * @param pem the certificate alone, for a client that pins it
 */
public record TestCertificate(
    String hostName, Path keyStore, Path trustStore, Path pem, String password) {
  private static final String ALIAS = "tds";
  private static final String TYPE = "PKCS12";

  /** Has keytool make a key for {@code hostName}. */
  public static TestCertificate create(Path folder, String hostName)
      throws IOException, InterruptedException, GeneralSecurityException {
    TestCertificate made =
        new TestCertificate(
            hostName,
            folder.resolve(hostName + ".p12"),
            folder.resolve(hostName + "-trust.p12"),
            folder.resolve(hostName + ".pem"),
            "only-for-tests");
    made.generate();
    made.exportCertificate();
    return made;
  }

  public SSLContext context() throws IOException, GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(load(), password.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private void generate() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-alias", ALIAS, "-validity", "2"));
    command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
    command.addAll(List.of("-dname", "CN=" + hostName, "-ext", "san=dns:" + hostName));
    command.addAll(List.of("-storetype", TYPE, "-keystore", keyStore.toString()));
    command.addAll(List.of("-storepass", password));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool: " + output);
    }
  }

  private void exportCertificate() throws IOException, GeneralSecurityException {
    Certificate certificate = load().getCertificate(ALIAS);
    KeyStore trust = KeyStore.getInstance(TYPE);
    trust.load(null, null);
    trust.setCertificateEntry(ALIAS, certificate);
    try (OutputStream out = Files.newOutputStream(trustStore)) {
      trust.store(out, password.toCharArray());
    }
    Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    Files.writeString(
        pem,
        "-----BEGIN CERTIFICATE-----\n"
            + lines.encodeToString(certificate.getEncoded())
            + "\n-----END CERTIFICATE-----\n");
  }

  private KeyStore load() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(TYPE);
    try (InputStream in = Files.newInputStream(keyStore)) {
      store.load(in, password.toCharArray());
    }
    return store;
  }
}
