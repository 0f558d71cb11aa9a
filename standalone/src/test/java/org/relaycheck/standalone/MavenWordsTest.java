package org.relaycheck.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MavenWordsTest {

  private static final Path REPOSITORY = Path.of("repository");

  @Test
  void the_first_word_is_the_goal_of_this_plugin_and_nothing_is_asked_of_a_network() {
    assertThat(MavenWords.of(new String[] {"check"}, "1.2", REPOSITORY))
        .containsExactly(
            "--batch-mode",
            "--offline",
            "-Dmaven.repo.local=repository",
            "org.relaycheck:relay-maven-plugin:1.2:check");
  }

  @Test
  void nothing_is_a_question_for_help() {
    assertThat(goalAndOptions()).containsExactly("org.relaycheck:relay-maven-plugin:1:help");
    assertThat(goalAndOptions("-q"))
        .containsExactly("org.relaycheck:relay-maven-plugin:1:help", "-q");
  }

  @Test
  void two_dashes_are_a_parameter_of_the_plugin() {
    assertThat(options("--policy", "a.yaml", "--failOn=warning", "--probe.connections", "100"))
        .containsExactly(
            "-Drelay.policy=a.yaml", "-Drelay.failOn=warning", "-Drelay.probe.connections=100");
  }

  @Test
  void a_parameter_without_a_value_is_switched_on() {
    assertThat(options("--skip", "--policy", "a.yaml", "--collector"))
        .containsExactly("-Drelay.skip=true", "-Drelay.policy=a.yaml", "-Drelay.collector=true");
  }

  @Test
  void blanks_quotes_and_equals_signs_stay_in_the_value() {
    assertThat(options("--symptom", "421 4.3.2 it's \"busy\"", "--policy=a=b c.yaml"))
        .containsExactly("-Drelay.symptom=421 4.3.2 it's \"busy\"", "-Drelay.policy=a=b c.yaml");
  }

  @Test
  void a_value_that_begins_with_a_dash_needs_the_equals_sign() {
    assertThat(options("--symptom=-1", "--skip", "-1"))
        .containsExactly("-Drelay.symptom=-1", "-Drelay.skip=true", "-1");
  }

  @Test
  void what_is_mavens_stays_as_it_is() {
    assertThat(options("-s", "ci/settings.xml", "-X", "-Drelay.policy=a.yaml"))
        .containsExactly("-s", "ci/settings.xml", "-X", "-Drelay.policy=a.yaml");
  }

  private static List<String> options(String... options) {
    String[] words = new String[options.length + 1];
    words[0] = "check";
    System.arraycopy(options, 0, words, 1, options.length);
    List<String> all = goalAndOptions(words);
    return all.subList(1, all.size());
  }

  private static List<String> goalAndOptions(String... words) {
    List<String> all = Arrays.asList(MavenWords.of(words, "1", REPOSITORY));
    return all.subList(3, all.size());
  }
}
