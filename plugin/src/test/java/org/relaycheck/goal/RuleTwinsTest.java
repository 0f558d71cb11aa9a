package org.relaycheck.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.Verdict;
import org.relaycheck.rule.Rule;
import org.relaycheck.rule.Rules;

/** Each rule has a golden folder in which it is broken, and a twin in which it holds. */
class RuleTwinsTest {

  private static final String FOLDER = "rules/";

  static List<String> rules() {
    return Rules.all().stream().map(Rule::facts).map(facts -> facts.id()).toList();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void the_broken_twin_breaks_it(String rule) {
    List<Finding> found = findings(rule + "-broken", Verdict.BROKEN);

    assertThat(found).anySatisfy(one -> assertThat(one.subject().rule()).contains(rule));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void the_other_twin_holds_it_and_it_was_checked(String rule) {
    assertThat(findings(rule + "-holds", Verdict.BROKEN))
        .noneSatisfy(one -> assertThat(one.subject().rule()).contains(rule));
    assertThat(twin(rule + "-holds").run(1).drift().coverage().notes())
        .noneMatch(note -> note.matches("rules? .*\\b" + rule + "(?![a-z-]).* not checked .*"));
  }

  @Test
  void no_folder_is_of_a_rule_that_there_is_not() {
    Set<String> folders =
        Situation.all().stream()
            .map(Situation::name)
            .filter(name -> name.startsWith(FOLDER))
            .map(name -> name.substring(FOLDER.length()).replaceAll("-(broken|holds)$", ""))
            .collect(Collectors.toSet());

    assertThat(folders).containsExactlyInAnyOrderElementsOf(rules());
  }

  private static List<Finding> findings(String name, Verdict verdict) {
    return twin(name).run(1).drift().findings().stream()
        .filter(finding -> finding.verdict() == verdict)
        .toList();
  }

  private static Situation twin(String name) {
    return Situation.all().stream()
        .filter(situation -> situation.name().equals(FOLDER + name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no golden folder " + FOLDER + name));
  }
}
