package org.relaycheck.yaml;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relaycheck.state.Place;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** What YAML says about a text that it does not understand, in the words of our users. */
final class YamlErrors {

  private static final List<String> NEEDS_QUOTES = List.of("[::]", "{host}", "::", "*");

  private final String file;
  private final String text;

  YamlErrors(String file, String text) {
    this.file = file;
    this.text = text;
  }

  Place place(MarkedYAMLException broken) {
    return place(Optional.ofNullable(broken.getProblemMark()));
  }

  Place place(Optional<Mark> mark) {
    return mark.map(m -> YamlTreeBuilder.place(file, m)).orElse(new Place(file, 1, 1));
  }

  String text(MarkedYAMLException broken) {
    String problem = Optional.ofNullable(broken.getProblem()).orElse("");
    if (problem.contains("TAB")) {
      return "a tab stands where YAML wants spaces; indent with spaces";
    }
    // the alias may be a secret that begins with a star
    String told =
        problem.contains("undefined alias")
            ? "'*' begins an alias that nothing defines"
            : problem.strip();
    return "is not YAML: " + told + quotes(broken);
  }

  String limit(YAMLException limit) {
    return String.valueOf(limit.getMessage()).contains("aliases")
        ? "more than 50 aliases of lists and mappings; make a template and name it under 'like'"
        : "is not YAML: " + limit.getMessage();
  }

  private String quotes(MarkedYAMLException broken) {
    return Stream.of(broken.getProblemMark(), broken.getContextMark())
        .flatMap(this::needsQuotes)
        .findFirst()
        .map(text -> "; if '" + text + "' is meant as text, " + YamlReader.QUOTE)
        .orElse("");
  }

  private Stream<String> needsQuotes(@Nullable Mark mark) {
    String line = mark == null ? "" : line(mark.getLine());
    return NEEDS_QUOTES.stream().filter(line::contains);
  }

  /** Parted only when there is an error: a policy may have 20 000 lines. */
  private String line(int number) {
    String[] lines = text.split("\r\n|\r|\n", -1);
    return number >= 0 && number < lines.length ? lines[number] : "";
  }
}
