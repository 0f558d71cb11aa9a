package org.relaycheck.powershell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The script that asks Exchange: one source for the live question and for the file that an
 * administrator runs or schedules.
 */
public final class CollectorScript {

  private static final String QUESTION = "collect.ps1";
  private static final String ALONE = "collector-head.ps1";

  private CollectorScript() {}

  /** The question as it is sent: pure ASCII. */
  public static String question() {
    return resource(QUESTION);
  }

  /**
   * A script that stands alone, with parameters of its own: pure ASCII, CRLF. With {@code -Out} it
   * writes the answer to a file that {@code fetch} and {@code recorded} read.
   */
  public static String standAlone() {
    return resource(ALONE)
        + "$collect = {\r\n"
        + question()
        + "}\r\n"
        + "& $collect ([Guid]::NewGuid().ToString('N')) $parameters ''\r\n";
  }

  private static String resource(String name) {
    try (InputStream stream =
        CollectorScript.class.getResourceAsStream("/META-INF/relay/" + name)) {
      String text =
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.US_ASCII);
      return text.replace("\r\n", "\n").replace("\n", "\r\n");
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
