package org.relaycheck.jdbc;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.relaycheck.live.SqlProperty;

/**
 * The file of certificates that a connection trusts, read before anything is connected: the driver
 * takes a file that it cannot use for a server that it cannot reach. Certificates that are not in a
 * key store are put in one for as long as the connection needs it.
 */
final class TrustFile implements AutoCloseable {

  private static final String WINDOWS = "Windows-ROOT";
  private static final String STORE = "JKS";
  private static final byte SEQUENCE = 0x30;
  private static final byte[] LITTLE_ENDIAN = {(byte) 0xFF, (byte) 0xFE};

  /** Also what OpenSSL calls a trusted one. */
  private static final Pattern PEM =
      Pattern.compile(
          "-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----([^-]+)-----END", Pattern.DOTALL);

  private final Optional<Path> store;
  private final boolean temporary;

  private TrustFile(Optional<Path> store, boolean temporary) {
    this.store = store;
    this.temporary = temporary;
  }

  /** What the properties of a connection name, if it can be used. */
  static TrustFile of(Map<SqlProperty, String> properties) throws AskingRefusal {
    String pinned = properties.get(SqlProperty.SERVER_CERTIFICATE);
    if (pinned != null && certificates(read(SqlProperty.SERVER_CERTIFICATE, pinned)).isEmpty()) {
      throw new AskingRefusal(
          SqlProperty.SERVER_CERTIFICATE.title() + ": " + pinned + " holds no certificate",
          "name the file of the server's own certificate, as PEM or DER");
    }
    String named = properties.get(SqlProperty.TRUST_STORE);
    if (named == null || WINDOWS.equals(properties.get(SqlProperty.TRUST_STORE_TYPE))) {
      return new TrustFile(Optional.empty(), false);
    }
    byte[] content = read(SqlProperty.TRUST_STORE, named);
    List<Certificate> bare = certificates(content);
    if (!bare.isEmpty()) {
      return new TrustFile(Optional.of(stored(bare)), true);
    }
    requireTrusted(named, content);
    return new TrustFile(Optional.of(Path.of(named)), false);
  }

  /** Tells the driver. */
  void set(SQLServerDataSource source) {
    store.ifPresent(
        path -> {
          source.setTrustStore(path.toString());
          // Java's stores of this type read PKCS #12 as well
          source.setTrustStoreType(STORE);
        });
  }

  private static byte[] read(SqlProperty property, String file) throws AskingRefusal {
    try {
      return Files.readAllBytes(Path.of(file));
    } catch (NoSuchFileException missing) {
      throw new AskingRefusal(
          property.title() + ": there is no file " + file,
          "correct the path; a relative one begins at the folder of the connections");
    } catch (IOException failed) {
      throw new AskingRefusal(
          property.title() + ": the file " + file + " cannot be read: " + ExceptionText.of(failed),
          "name a file that this user may read");
    }
  }

  /** The certificates of a file that is not a key store; none if it has none. */
  private static List<Certificate> certificates(byte[] content) {
    List<Certificate> found = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      if (content.length > 0 && content[0] == SEQUENCE) {
        found.add(factory.generateCertificate(new ByteArrayInputStream(content)));
      }
      Matcher blocks = PEM.matcher(text(content));
      while (blocks.find()) {
        byte[] der = Base64.getMimeDecoder().decode(blocks.group(1));
        found.add(factory.generateCertificate(new ByteArrayInputStream(der)));
      }
      return found;
    } catch (CertificateException | IllegalArgumentException other) {
      return List.of();
    }
  }

  /** Windows PowerShell writes text in two bytes a character. */
  private static String text(byte[] content) {
    boolean wide =
        content.length > 1 && content[0] == LITTLE_ENDIAN[0] && content[1] == LITTLE_ENDIAN[1];
    return new String(content, wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1);
  }

  private static Path stored(List<Certificate> certificates) {
    try {
      KeyStore made = KeyStore.getInstance(STORE);
      made.load(null, null);
      for (Certificate one : certificates) {
        made.setCertificateEntry("trusted" + made.size(), one);
      }
      Path file = Files.createTempFile("relay-trust", ".jks");
      try (OutputStream out = Files.newOutputStream(file)) {
        made.store(out, STORE.toCharArray());
      }
      return file;
    } catch (GeneralSecurityException | IOException failed) {
      throw new IllegalStateException("a key store could not be written", failed);
    }
  }

  /** Nobody tells us a password, and without one the certificates of some stores are not seen. */
  private static void requireTrusted(String file, byte[] content) throws AskingRefusal {
    String title = SqlProperty.TRUST_STORE.title() + ": " + file;
    try {
      KeyStore found = KeyStore.getInstance(STORE);
      found.load(new ByteArrayInputStream(content), null);
      for (String alias : Collections.list(found.aliases())) {
        if (found.isCertificateEntry(alias)) {
          return;
        }
      }
    } catch (IOException | GeneralSecurityException other) {
      throw new AskingRefusal(
          title + " is neither PEM nor a JKS or PKCS #12 store",
          "name a file that holds the certificate of the issuer between -----BEGIN CERTIFICATE-----"
              + " and -----END CERTIFICATE-----");
    }
    throw new AskingRefusal(
        title
            + (content.length > 0 && content[0] == SEQUENCE
                ? " is a PKCS #12 store whose certificates cannot be seen without its password"
                : " is a key store without a trusted certificate"),
        "write its certificates as PEM, such as by 'openssl pkcs12 -in FILE -nokeys -out FILE.pem',"
            + " and name that file");
  }

  @Override
  public void close() {
    if (temporary) {
      store.ifPresent(TrustFile::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException leftOver) {
      // it holds certificates only, which are public
    }
  }
}
