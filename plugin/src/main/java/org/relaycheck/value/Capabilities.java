package org.relaycheck.value;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A name with the words that it may use, as {@code name:A,B}; the order of the words means nothing.
 */
final class Capabilities {

  private Capabilities() {}

  /** The name and its words in order, each once; empty if either is missing. */
  static Optional<Text> parse(String text) {
    int colon = text.indexOf(':');
    List<Text> words =
        Stream.of(text.substring(colon + 1).split(","))
            .map(String::strip)
            .filter(word -> !word.isEmpty())
            .map(Text::folded)
            .toList();
    String spelled = String.join(",", new TreeSet<>(words).stream().map(Text::spelling).toList());
    return colon < 1 || words.isEmpty()
        ? Optional.empty()
        : Optional.of(Text.folded(text.substring(0, colon).strip() + ":" + spelled));
  }
}
