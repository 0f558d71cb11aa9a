package org.relaycheck.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An example from a file of examples: what is written, and after {@code =>} what comes of it. */
record Case(String input, String expected) {

  private static final String RESULT = "=> ";

  /** The cases of a file beside this class; empty lines part them. */
  static List<Case> of(String file) {
    try (InputStream in = Case.class.getResourceAsStream(file)) {
      String text =
          new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.strip().split("\n\n+")).map(Case::parse).toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Case parse(String block) {
    String input =
        block.lines().filter(line -> !line.startsWith(RESULT)).collect(Collectors.joining("\n"));
    String expected =
        block
            .lines()
            .filter(line -> line.startsWith(RESULT))
            .map(line -> line.substring(RESULT.length()))
            .collect(Collectors.joining("\n"));
    return new Case(input, expected);
  }

  @Override
  public String toString() {
    return input;
  }
}
