package org.relaycheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that hold what is expected, byte for byte. {@code mvn test -Drelay.regenerate} writes them
 * anew; look at the difference before committing it.
 */
final class Golden {

  private Golden() {}

  static void assertSame(Path file, String actual) {
    byte[] bytes = actual.getBytes(StandardCharsets.UTF_8);
    try {
      if (System.getProperty("relay.regenerate") != null) {
        Files.createDirectories(file.resolveSibling("."));
        Files.write(file, bytes);
      }
      assertThat(actual).as(file.toString()).isEqualTo(Files.readString(file));
      assertThat(bytes).as(file.toString()).isEqualTo(Files.readAllBytes(file));
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }
}
