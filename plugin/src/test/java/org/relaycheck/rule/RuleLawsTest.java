package org.relaycheck.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.landscape.Landscape;
import org.relaycheck.state.Severity;

/** What holds of every rule. */
class RuleLawsTest {

  static List<Rule> rules() {
    return Rules.all();
  }

  @Test
  void every_rule_has_an_id_of_its_own() {
    assertThat(Rules.all()).extracting(rule -> rule.facts().id()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void an_id_is_words_with_hyphens(Rule rule) {
    assertThat(rule.facts().id()).matches("[a-z0-9]+(-[a-z0-9]+)+");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_says_what_must_hold_why_what_to_do_and_how_we_know(Rule rule) {
    RuleFacts facts = rule.facts();

    assertThat(facts.title()).isNotBlank().doesNotEndWith(".");
    assertThat(facts.grounds().reason()).endsWith(".").hasSizeGreaterThan(40);
    assertThat(facts.grounds().fix()).endsWith(".");
    assertThat(facts.grounds().source()).isNotBlank().doesNotEndWith(".");
    assertThat(facts.inputs()).isNotEmpty().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void what_a_waiver_names_has_one_name_in_a_rule(Rule rule) {
    assertThat(rule.facts().inputs()).extracting(row -> row.name()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void what_cannot_be_ignored_is_an_error(Rule rule) {
    RuleFacts facts = rule.facts();

    assertThat(facts.severity()).isEqualTo(facts.ignorable() ? Severity.WARNING : Severity.ERROR);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_world_of_which_nothing_is_known_breaks_no_rule(Rule rule) {
    RuleResult result = new RuleResult();

    rule.judge(Landscape.unknown(), result);

    assertThat(result.broken()).isEmpty();
  }
}
