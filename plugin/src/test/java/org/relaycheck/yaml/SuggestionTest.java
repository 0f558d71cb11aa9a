package org.relaycheck.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

  @ParameterizedTest
  @CsvSource({
    "banner, banner, 0",
    "baner, banner, 1",
    "bannner, banner, 1",
    "bnaner, banner, 1",
    "bander, banner, 1",
    "'', abc, 3",
    "abc, '', 3",
    "ca, abc, 3"
  })
  void slips_of_the_fingers_are_counted(String given, String name, int slips) {
    assertThat(Suggestion.distance(given, name)).isEqualTo(slips);
  }

  @Test
  void the_nearest_name_is_told_whatever_its_case() {
    List<String> names = List.of("Tarpit", "TarpitInterval", "Target");

    assertThat(Suggestion.nearest("TARPITINTERVALL", names)).contains("TarpitInterval");
    assertThat(Suggestion.nearest("tarpt", names)).contains("Tarpit");
    assertThat(Suggestion.nearest("Banner", names)).isEmpty();
  }

  @Test
  void the_first_of_equally_near_names_is_told() {
    assertThat(Suggestion.nearest("EX09", List.of("EX03", "EX01", "EX02"))).contains("EX01");
  }

  @Test
  void few_names_are_listed_and_many_are_not() {
    List<String> few = IntStream.range(10, 26).mapToObj(i -> "name" + i).toList();
    List<String> many = IntStream.range(10, 27).mapToObj(i -> "name" + i).toList();

    assertThat(Suggestion.ending("x", List.of("zz", "yy"))).isEqualTo("; expected one of yy, zz");
    assertThat(Suggestion.ending("x", few)).startsWith("; expected one of name10, name11");
    assertThat(Suggestion.ending("x", many)).isEmpty();
    assertThat(Suggestion.ending("x", List.of())).isEmpty();
  }
}
