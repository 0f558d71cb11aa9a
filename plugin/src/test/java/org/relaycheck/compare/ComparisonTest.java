package org.relaycheck.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relaycheck.compare.Fixture.BANNER;
import static org.relaycheck.compare.Fixture.DELAY;
import static org.relaycheck.compare.Fixture.KIND;
import static org.relaycheck.compare.Fixture.PER_SOURCE;
import static org.relaycheck.compare.Fixture.found;
import static org.relaycheck.compare.Fixture.is;
import static org.relaycheck.compare.Fixture.named;
import static org.relaycheck.compare.Fixture.statement;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.relaycheck.catalogue.Product;
import org.relaycheck.state.Address;
import org.relaycheck.state.Addressed;
import org.relaycheck.state.HostState;
import org.relaycheck.state.LastChange;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Selector;
import org.relaycheck.state.expectation.Fix;
import org.relaycheck.state.expectation.MatchesPattern;
import org.relaycheck.state.expectation.WithinBounds;
import org.relaycheck.value.Limit;

class ComparisonTest {
  private static final Map<String, String> NO_FACTS = Map.of();

  @Test
  void what_holds_is_counted_and_not_told() {
    Fixture fixture =
        new Fixture()
            .wants(named("EX01", "Relay"), is(PER_SOURCE, "100"))
            .host("EX01", NO_FACTS, found("EX01", "relay", Map.of(PER_SOURCE, "100")));

    ComparisonResult drift = fixture.drift();

    assertThat(drift.findings()).isEmpty();
    assertThat(drift.count(Verdict.IN_SYNC)).isEqualTo(2); // the resource and its setting
    assertThat(Outcome.of(drift, FailOn.ERROR, false)).isEqualTo(Outcome.CLEAN);
    assertThat(Outcome.of(drift, FailOn.ERROR, true)).isEqualTo(Outcome.PARTIAL);
  }

  @Test
  void another_value_is_drift_with_both_sides_and_the_fix() {
    WithinBounds<Limit> atLeast =
        new WithinBounds<>(
            Optional.of(new Limit(100)), Optional.empty(), Comparator.naturalOrder());
    Fixture fixture =
        new Fixture()
            .wants(named("EX01", "Relay"), statement(PER_SOURCE, atLeast))
            .host("EX01", NO_FACTS, found("EX01", "Relay", Map.of(PER_SOURCE, "20")));

    ComparisonResult drift = fixture.drift();

    assertThat(drift.findings()).singleElement().satisfies(this::isDriftOfPerSource);
    assertThat(Outcome.of(drift, FailOn.ERROR, false)).isEqualTo(Outcome.DRIFT);
  }

  private void isDriftOfPerSource(Finding finding) {
    assertThat(finding.verdict()).isEqualTo(Verdict.DRIFTED);
    assertThat(finding.subject().settingName()).isEqualTo("PerSource");
    assertThat(finding.difference().desired()).isEqualTo("at least 100");
    assertThat(finding.difference().observed()).contains("20");
    assertThat(finding.difference().fix()).contains("100");
    assertThat(finding.difference().repair().orElseThrow())
        .isInstanceOfSatisfying(
            FindingRepair.Change.class,
            change -> assertThat(change.fix()).isEqualTo(new Fix.Write<>(new Limit(100))));
    assertThat(finding.reasons().reason()).contains("bulk mail needs many");
  }

  @Test
  void a_fix_outside_of_the_rows_range_is_left_to_a_person() {
    Fixture fixture =
        new Fixture()
            .wants(named("EX01", "Relay"), is(PER_SOURCE, "20000"))
            .host("EX01", NO_FACTS, found("EX01", "Relay", Map.of(PER_SOURCE, "20")));

    assertThat(fix(fixture.drift())).contains("by hand: 20000 is not from 1 to 10000");
  }

  @Test
  void a_pattern_and_a_one_way_setting_are_left_to_a_person() {
    Observed relay = found("EX01", "Relay", Map.of(BANNER, "220 here"));
    Fixture pattern =
        new Fixture()
            .wants(
                named("EX01", "Relay"), statement(BANNER, new MatchesPattern<>("x", text -> false)))
            .host("EX01", NO_FACTS, relay);
    Fixture oneWay =
        new Fixture().wants(named("EX01", "Relay"), is(BANNER, "")).host("EX01", NO_FACTS, relay);

    assertThat(fix(pattern.drift()).orElseThrow()).startsWith("by hand: a pattern");
    assertThat(fix(oneWay.drift()).orElseThrow()).startsWith("by hand: it cannot be made empty");
  }

  private static Optional<String> fix(ComparisonResult drift) {
    return drift.findings().get(0).difference().fix();
  }

  @Test
  void a_setting_that_the_answer_does_not_mention_is_unclear_and_never_green() {
    Fixture fixture =
        new Fixture()
            .wants(named("EX01", "Relay"), is(PER_SOURCE, "100"))
            .host("EX01", NO_FACTS, found("EX01", "Relay", Map.of()));

    ComparisonResult drift = fixture.drift();

    assertThat(verdicts(drift)).containsExactly(Verdict.UNCLEAR);
    assertThat(drift.findings().get(0).reasons().cause())
        .contains("the answer does not mention it");
    assertThat(Outcome.of(drift, FailOn.NONE, false)).isEqualTo(Outcome.UNCLEAR);
  }

  @Test
  void a_value_that_is_not_understood_is_unclear() {
    Fixture fixture =
        new Fixture()
            .wants(named("EX01", "Relay"), is(PER_SOURCE, "100"))
            .host("EX01", NO_FACTS, found("EX01", "Relay", Map.of(PER_SOURCE, "viele")));

    assertThat(fixture.drift().findings().get(0).reasons().cause().orElseThrow())
        .contains("'viele' is not a whole number");
  }

  @Test
  void a_dead_host_is_one_unclear_finding_and_hides_no_other_host() {
    Fixture fixture =
        new Fixture()
            .wants(named("EX01", "Relay"), is(PER_SOURCE, "100"))
            .wants(named("EX02", "Relay"), is(PER_SOURCE, "100"))
            .host("EX01", new HostState.Unread("no route", "look at the network"))
            .host("EX02", NO_FACTS, found("EX02", "Relay", Map.of(PER_SOURCE, "20")));

    ComparisonResult drift = fixture.drift();

    assertThat(verdicts(drift)).containsExactly(Verdict.UNCLEAR, Verdict.DRIFTED);
    assertThat(drift.findings().get(0).reasons().fix()).contains("look at the network");
    assertThat(drift.coverage().declared()).isEqualTo(4);
    assertThat(drift.coverage().read()).isEqualTo(2);
  }

  @Test
  void under_all_a_host_without_the_kind_is_left_out_and_an_unread_host_counts() {
    HostState otherKind = new HostState.Read(NO_FACTS, Optional.empty(), Map.of());
    Fixture left =
        new Fixture()
            .wants(named("SQL01", "Relay", true))
            .wants(named("EX01", "Relay"))
            .host("SQL01", otherKind)
            .host("EX01", NO_FACTS, found("EX01", "Relay", Map.of()));
    Fixture named = new Fixture().wants(named("SQL01", "Relay", false)).host("SQL01", otherKind);
    Fixture dead =
        new Fixture()
            .wants(named("EX01", "Relay", true))
            .host("EX01", new HostState.Unread("down", "wait"));

    Fixture elsewhere =
        new Fixture()
            .wants(named("EX01", "Relay", true))
            .wants(named("EX02", "Relay"))
            .host("EX01", new HostState.Unread("down", "wait", Optional.of(Product.SQL_SERVER)))
            .host("EX02", NO_FACTS, found("EX02", "Relay", Map.of()));

    assertThat(verdicts(elsewhere.drift())).isEmpty();
    assertThat(verdicts(left.drift())).isEmpty();
    assertThat(verdicts(named.drift())).containsExactly(Verdict.UNCLEAR);
    assertThat(verdicts(dead.drift())).containsExactly(Verdict.UNCLEAR);
  }

  @Test
  void a_statement_to_all_that_reaches_no_host_is_unclear_and_never_green() {
    HostState otherKind = new HostState.Read(NO_FACTS, Optional.empty(), Map.of());
    Selector any = new Selector.Named(new Address(KIND, "SQL01", "Relay"), Addressed.AS_ONE_OF_ANY);
    Fixture nobody = new Fixture().wants(named("SQL01", "Relay", true)).host("SQL01", otherKind);
    Fixture optional = new Fixture().wants(any).host("SQL01", otherKind);
    Fixture skipped =
        new Fixture()
            .wants(named("SQL01", "Relay", true))
            .wants(named("EX01", "Relay", true))
            .host("SQL01", otherKind)
            .host("EX01", new HostState.Skipped("left out"));

    Finding finding = nobody.drift().findings().get(0);
    assertThat(finding.verdict()).isEqualTo(Verdict.UNCLEAR);
    assertThat(finding.subject().address()).hasToString("Relay");
    assertThat(finding.reasons().cause())
        .contains("'all' matches no host: no connected host has gates");
    assertThat(finding.reasons().fix().orElseThrow()).contains("'optional: true'");
    assertThat(verdicts(optional.drift())).isEmpty();
    assertThat(verdicts(skipped.drift())).isEmpty();
  }

  @Test
  void a_setting_that_the_version_or_role_lacks_is_not_applicable_and_never_gates() {
    Observed relay = found("EX01", "Relay", Map.of(PER_SOURCE, "100"));
    Fixture old =
        new Fixture()
            .wants(named("EX01", "Relay"), is(DELAY, "0"))
            .host("EX01", Map.of("ExchangeVersion", "Version 8.3 (Build 83.6)"), relay);
    Fixture edge =
        new Fixture()
            .wants(named("EX01", "Relay"), is(DELAY, "0"))
            .host("EX01", Map.of("ServerRole", "Edge"), relay);
    Fixture unknown =
        new Fixture().wants(named("EX01", "Relay"), is(DELAY, "0")).host("EX01", NO_FACTS, relay);

    assertThat(verdicts(old.drift())).containsExactly(Verdict.NOT_APPLICABLE);
    assertThat(verdicts(edge.drift())).containsExactly(Verdict.NOT_APPLICABLE);
    assertThat(Outcome.of(edge.drift(), FailOn.WARNING, false)).isEqualTo(Outcome.CLEAN);
    assertThat(verdicts(unknown.drift())).containsExactly(Verdict.UNCLEAR);
  }

  @Test
  void nothing_compared_is_not_success() {
    ComparisonResult drift = new Fixture().drift();

    assertThat(Outcome.of(drift, FailOn.NONE, false)).isEqualTo(Outcome.UNCLEAR);
  }

  @Test
  void who_changed_the_resource_comes_along() {
    Observed plain = found("EX01", "Relay", Map.of(PER_SOURCE, "20"));
    LastChange change =
        new LastChange(Optional.of("CORP\\dba"), Optional.of("2026-01-02T03:04:05Z"));
    Observed changed = new Observed(plain.address(), plain.settings(), plain.unread(), change);
    Fixture fixture =
        new Fixture()
            .wants(named("EX01", "Relay"), is(PER_SOURCE, "100"))
            .host("EX01", NO_FACTS, changed);

    assertThat(fixture.drift().findings().get(0).trail().change()).isEqualTo(change);
  }

  private static List<Verdict> verdicts(ComparisonResult drift) {
    return drift.findings().stream().map(Finding::verdict).toList();
  }
}
