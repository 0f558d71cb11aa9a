package org.relaycheck.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.compare.FailOn;

class CommonParametersTest {

  @ParameterizedTest
  @CsvSource({
    "error, ERROR",
    "Warning, WARNING",
    "NONE, NONE",
    "' none ', NONE",
    "'error, new', NEW_ERROR",
    "'warning,NEW', NEW_WARNING"
  })
  void failOn_is_a_word_without_case(String word, FailOn meant) throws MojoExecutionException {
    assertThat(order(word, null, 1).threshold()).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"never", "", "err", "warn ing", "new", "none,new", "error,"})
  void another_word_is_refused(String word) {
    CommonParameters order = order(word, null, 1);

    assertThatThrownBy(order::threshold)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "relay.failOn is '"
                + word
                + "'; it must be error, warning, none, new-by-change, error,new or warning,new");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void less_than_one_at_a_time_is_refused(int parallel) {
    CommonParameters order = order("error", null, parallel);

    assertThatThrownBy(order::threads)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("relay.parallel is " + parallel);
  }

  @Test
  void one_at_a_time_is_enough() throws MojoExecutionException {
    assertThat(order("error", null, 1).threads()).isEqualTo(1);
  }

  @Test
  void no_hosts_are_all_and_spaces_around_a_name_are_not_its_own() {
    assertThat(order("error", null, 1).names()).isEmpty();
    assertThat(order("error", List.of(" EX01", "EX02 "), 1).names())
        .containsExactly("EX01", "EX02");
  }

  @Test
  void an_entry_for_a_policy_that_is_empty_is_refused() {
    List<List<@Nullable String>> empty =
        List.of(List.of(), Arrays.asList("", "p.yaml"), Arrays.asList("p.yaml", null));

    assertThat(empty)
        .allSatisfy(
            policy ->
                assertThatThrownBy(
                        new CommonParameters(
                                new CommonParameters.Paths(policy, "c.yaml", null),
                                "out",
                                "error",
                                null,
                                1)
                            ::files)
                    .isInstanceOf(MojoExecutionException.class)
                    .hasMessageContaining("relay.policy names no file"));
  }

  @Test
  void an_empty_name_of_a_host_is_no_name() {
    assertThat(order("error", Arrays.asList(null, " ", "EX02"), 1).names()).containsExactly("EX02");
  }

  private static CommonParameters order(String failOn, @Nullable List<String> hosts, int parallel) {
    return new CommonParameters(
        new CommonParameters.Paths(List.of("p.yaml"), "c.yaml", null),
        "out",
        failOn,
        hosts,
        parallel);
  }
}
