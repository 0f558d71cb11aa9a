package org.relaycheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that hold what is expected, byte for byte. {@code mvn test -Drelay.regenerate} writes them
 * anew; look at the difference before committing it.
 */
final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/org/relaycheck/report");

  private Golden() {}

  static void assertSame(String name, String actual) throws IOException {
    byte[] bytes = actual.getBytes(StandardCharsets.UTF_8);
    Path file = FOLDER.resolve(name);
    if (System.getProperty("relay.regenerate") != null) {
      Files.write(file, bytes);
    }

    assertThat(actual).isEqualTo(Files.readString(file));
    assertThat(bytes).isEqualTo(Files.readAllBytes(file));
  }

  /** What a report writes. */
  static String text(Report report, Run run) throws IOException {
    StringWriter out = new StringWriter();
    report.write(run, out);
    return out.toString();
  }
}
