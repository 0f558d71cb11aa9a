package org.relaycheck.compare;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.relaycheck.compare.Fixture.found;
import static org.relaycheck.compare.Fixture.named;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.state.Presence;

/** Names that a reader takes for one, and the systems for two. */
class LookalikesTest {

  private static final Map<String, String> NO_FACTS = Map.of();

  /** In each pair, two names that a reader takes for one. */
  static Stream<Arguments> lookalikes() {
    return Stream.of(
        arguments("Relais d\u00E9p\u00F4t", "Relais de\u0301po\u0302t"),
        arguments("SQL Relay", "SQL\u00A0Relay"),
        arguments("SQL Relay", "SQL  Relay"),
        arguments("SQL Relay", "SQL Relay "),
        arguments("SQL Relay", " SQL Relay"),
        arguments("SQL Relay", "SQL\u2009Relay"),
        arguments("SQL Relay", "SQL\tRelay"),
        arguments("SQL Relay", "SQL\u200B Relay"),
        arguments("SQL Relay", "SQL Re\u00ADlay"),
        arguments("SQL Relay", "\uFEFFSQL Relay"),
        arguments("SQL Relay", "SQL \u202ARelay\u202C"),
        arguments("SQL Relay", "SQL Relay\u034F"),
        arguments("SQL Relay", "SQL Relay\uFE0E"),
        arguments("SQL Relay", "SQL Relay\uDB40\uDD00"),
        arguments("SQL Relay", "SQL Relay\u180B"),
        arguments("SQL Relay", "SQL\u2065 Relay"),
        arguments("SQL Relay", "SQL\u0085Relay"),
        arguments("SQL Relay", "SQL R\u0435lay"),
        arguments("Customers", "\u0421ustomers"),
        arguments("Post", "\u03A1ost"),
        arguments("In/Out", "In\u2044Out"),
        arguments("5' Relay", "5\u2032 Relay"),
        arguments("SQL - Relay", "SQL \u2043 Relay"),
        arguments("SQL - Relay", "SQL \u2013 Relay"),
        arguments("Team's Relay", "Team\u2019s Relay"));
  }

  @ParameterizedTest
  @MethodSource("lookalikes")
  void what_only_looks_like_a_resource_that_is_to_be_absent_is_unclear(String one, String other) {
    for (List<String> pair : List.of(List.of(one, other), List.of(other, one.toLowerCase(ROOT)))) {
      Fixture fixture =
          new Fixture()
              .wants(named("EX01", pair.get(0)), new Presence.Absent())
              .host("EX01", NO_FACTS, found("EX01", pair.get(1), Map.of()));

      ComparisonResult drift = fixture.drift();

      assertThat(verdicts(drift)).containsExactly(Verdict.UNCLEAR);
      assertThat(drift.findings().get(0).reasons().cause().orElseThrow())
          .contains("did you mean " + LookalikeName.quoted(pair.get(1)) + "?");
      assertThat(Outcome.of(drift, FailOn.NONE, false)).isEqualTo(Outcome.UNCLEAR);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SQL Relays", "SQLRelay", "SQL-Relay", "5QL Relay", "SQL Relay 2"})
  void another_name_is_another_resource(String other) {
    Fixture fixture =
        new Fixture()
            .wants(named("EX01", "SQL Relay"), new Presence.Absent())
            .host("EX01", NO_FACTS, found("EX01", other, Map.of()));

    assertThat(verdicts(fixture.drift())).isEmpty();
    assertThat(Outcome.of(fixture.drift(), FailOn.NONE, false)).isEqualTo(Outcome.CLEAN);
  }

  @Test
  void a_lookalike_that_the_policy_names_too_is_no_slip() {
    Fixture fixture =
        new Fixture()
            .wants(named("EX01", "SQL  Relay"), new Presence.Absent())
            .wants(named("EX01", "sql Relay"))
            .host("EX01", NO_FACTS, found("EX01", "SQL Relay", Map.of()));

    assertThat(verdicts(fixture.drift())).isEmpty();
  }

  @Test
  void a_resource_that_is_missing_beside_a_lookalike_says_so() {
    Fixture fixture =
        new Fixture()
            .wants(named("EX01", "SQL Relay"))
            .host("EX01", NO_FACTS, found("EX01", "SQL\u00A0Relay", Map.of()));

    Finding finding = fixture.drift().findings().get(0);

    assertThat(finding.verdict()).isEqualTo(Verdict.MISSING);
    assertThat(finding.reasons().cause().orElseThrow())
        .endsWith("did you mean \"SQL\\u00A0Relay\"?");
  }

  private static List<Verdict> verdicts(ComparisonResult drift) {
    return drift.findings().stream().map(Finding::verdict).toList();
  }
}
