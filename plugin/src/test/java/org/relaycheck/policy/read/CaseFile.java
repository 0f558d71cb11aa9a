package org.relaycheck.policy.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file of cases: what is written, and after {@code =>} what comes of it; empty lines part them.
 */
record CaseFile(String name) {

  private static final Path FOLDER = Path.of("src/test/resources/org/relaycheck/policy");
  private static final String RESULT = "=> ";

  Path path() {
    return FOLDER.resolve(name);
  }

  /** The file as it would be if this came of what is written. */
  String with(UnaryOperator<String> result) {
    try {
      return Stream.of(Files.readString(path()).strip().split("\n\n+"))
          .map(block -> lines(block.lines().filter(line -> !line.startsWith(RESULT))))
          .map(
              input ->
                  input + lines(result.apply(input.stripTrailing()).lines().map(RESULT::concat)))
          .collect(Collectors.joining("\n"));
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  private static String lines(Stream<String> lines) {
    return lines.map(line -> line + "\n").collect(Collectors.joining());
  }
}
