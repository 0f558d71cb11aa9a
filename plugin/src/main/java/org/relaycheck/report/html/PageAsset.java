package org.relaycheck.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * A style or a script that is part of each page.
 *
 * @param text all of it
 */
public record PageAsset(String text) {

  private static final String FOLDER = "/META-INF/relay/page/";

  /** How pages look, in light and dark, on paper and on a phone. */
  public static PageAsset style() {
    return named("report.css");
  }

  /** What filters findings and follows links to what is folded. */
  public static PageAsset script() {
    return named("report.js");
  }

  private static PageAsset named(String name) {
    try (InputStream in = PageAsset.class.getResourceAsStream(FOLDER + name)) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      return new PageAsset(new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n"));
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  /** How a content security policy names it; source: CSP Level 3, "hash-source". */
  public String source() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
