package org.relaycheck.mojo.output;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The characters of the console: what it lacks would stand there as a question mark, which is the
 * sign of what is unclear.
 *
 * @param charset in which standard output is written
 */
public record ConsoleCharset(Charset charset) {

  /** From this JDK on the default charset says nothing about standard output. */
  private static final int FIRST_OF_ITS_OWN = 18;

  /** What ASCII has for the signs that our own texts use. */
  private static final Map<Integer, String> NEAREST =
      Map.of(
          (int) '→', "->",
          (int) '×', "x",
          (int) '…', "...",
          (int) '–', "-",
          (int) '—', "-",
          (int) '’', "'",
          (int) '≥', ">=",
          (int) '≤', "<=");

  /** That of this process, as the JDK makes standard output. */
  public static ConsoleCharset ofProcess() {
    Stream<String> names =
        Runtime.version().feature() < FIRST_OF_ITS_OWN
            ? Stream.of("sun.stdout.encoding")
            : Stream.of("stdout.encoding", "sun.stdout.encoding", "native.encoding");
    return new ConsoleCharset(
        names
            .map(System::getProperty)
            .flatMap(name -> Optional.ofNullable(name).flatMap(ConsoleCharset::named).stream())
            .findFirst()
            .orElse(Charset.defaultCharset()));
  }

  private static Optional<Charset> named(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }

  /** The text with each character that the console lacks as one that it has, or as its number. */
  public String fit(String text) {
    if (!charset.canEncode()) {
      return text;
    }
    CharsetEncoder encoder = charset.newEncoder();
    if (encoder.canEncode(text)) {
      return text;
    }
    StringBuilder fitting = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              String one = Character.toString(c);
              fitting.append(encoder.canEncode(one) ? one : nearest(c));
            });
    return fitting.toString();
  }

  private static String nearest(int c) {
    return NEAREST.getOrDefault(c, String.format(Locale.ROOT, "[U+%04X]", c));
  }
}
