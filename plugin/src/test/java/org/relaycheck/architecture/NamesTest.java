package org.relaycheck.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.relaycheck.rule.Rules;

/** Names and rooms: a stranger finds the place by its name. */
class NamesTest {

  private static final Path SOURCES = Path.of("src/main/java/org/relaycheck");
  private static final int TYPES_MOST = 30;

  private static List<Path> types = List.of();

  @BeforeAll
  static void walk() throws IOException {
    try (Stream<Path> tree = Files.walk(SOURCES)) {
      types =
          tree.filter(path -> path.toString().endsWith(".java"))
              .filter(path -> !path.endsWith("package-info.java"))
              .toList();
    }
  }

  @Test
  void a_simple_name_stands_in_one_package() {
    Map<Path, List<Path>> byName = types.stream().collect(Collectors.groupingBy(Path::getFileName));

    assertThat(byName.values()).filteredOn(paths -> paths.size() > 1).isEmpty();
  }

  @Test
  void a_package_has_few_types() {
    Map<Path, Long> sizes =
        types.stream().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));

    assertThat(sizes)
        .allSatisfy((folder, size) -> assertThat(size).isLessThanOrEqualTo(TYPES_MOST));
  }

  @Test
  void every_package_says_what_it_is_for() {
    assertThat(types)
        .extracting(Path::getParent)
        .allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).exists());
  }

  @Test
  void the_class_of_a_rule_is_its_id() {
    assertThat(Rules.all())
        .allSatisfy(
            rule ->
                assertThat(rule.getClass().getSimpleName())
                    .isEqualTo(camelCase(rule.facts().id())));
  }

  private static String camelCase(String id) {
    return Arrays.stream(id.split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }
}
