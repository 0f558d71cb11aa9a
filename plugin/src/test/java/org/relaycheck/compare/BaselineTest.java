package org.relaycheck.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relaycheck.compare.Fixture.BANNER;
import static org.relaycheck.compare.Fixture.PER_SOURCE;
import static org.relaycheck.compare.Fixture.found;
import static org.relaycheck.compare.Fixture.is;
import static org.relaycheck.compare.Fixture.named;
import static org.relaycheck.compare.Fixture.where;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.relaycheck.state.KindState;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Presence;
import org.relaycheck.state.Severity;

class BaselineTest {
  private static final Map<String, String> NO_FACTS = Map.of();

  @Test
  void a_resource_is_missing_only_if_the_answer_lists_everything() {
    Observed other = found("EX01", "Other", Map.of());
    Fixture complete = new Fixture().wants(named("EX01", "Relay")).host("EX01", NO_FACTS, other);
    KindState some = new KindState(false, Optional.empty(), List.of(other));
    Fixture incomplete = new Fixture().wants(named("EX01", "Relay")).host("EX01", NO_FACTS, some);

    assertThat(verdicts(complete.drift())).containsExactly(Verdict.MISSING);
    assertThat(verdicts(incomplete.drift())).containsExactly(Verdict.UNCLEAR);
  }

  @Test
  void a_server_that_shows_no_resource_at_all_is_unclear_even_if_it_says_complete() {
    Fixture fixture = new Fixture().wants(named("EX01", "Relay")).host("EX01", NO_FACTS);

    assertThat(verdicts(fixture.drift())).containsExactly(Verdict.UNCLEAR);
  }

  @Test
  void an_absent_resource_must_be_known_to_be_absent() {
    Presence absent = new Presence.Absent();
    Observed other = found("EX01", "Other", Map.of());
    Observed relay = found("EX01", "Relay", Map.of());
    KindState some = new KindState(false, Optional.empty(), List.of(other));

    Fixture gone = new Fixture().wants(named("EX01", "Relay"), absent);
    Fixture there = new Fixture().wants(named("EX01", "Relay"), absent);
    Fixture unknown = new Fixture().wants(named("EX01", "Relay"), absent);

    assertThat(verdicts(gone.host("EX01", NO_FACTS, other).drift())).isEmpty();
    assertThat(verdicts(there.host("EX01", NO_FACTS, relay).drift()))
        .containsExactly(Verdict.UNEXPECTED);
    assertThat(verdicts(unknown.host("EX01", NO_FACTS, some).drift()))
        .containsExactly(Verdict.UNCLEAR);
  }

  @Test
  void a_baseline_is_for_what_its_conditions_meet_and_is_fixed_by_hand() {
    Fixture fixture =
        new Fixture()
            .wants(where("EX01", is(BANNER, "220 a")), is(PER_SOURCE, "100"))
            .host(
                "EX01",
                NO_FACTS,
                found("EX01", "A", Map.of(BANNER, "220 a", PER_SOURCE, "20")),
                found("EX01", "B", Map.of(BANNER, "220 b", PER_SOURCE, "20")));

    ComparisonResult drift = fixture.drift();

    assertThat(drift.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.subject().address().name()).isEqualTo("A");
              assertThat(finding.subject().baseline()).contains("base");
            });
  }

  @Test
  void a_condition_that_cannot_be_told_makes_the_baseline_unclear_for_that_resource() {
    Fixture fixture =
        new Fixture()
            .wants(where("EX01", is(BANNER, "220 a"), is(PER_SOURCE, "20")), is(PER_SOURCE, "100"))
            .host(
                "EX01",
                NO_FACTS,
                found("EX01", "A", Map.of(PER_SOURCE, "20")),
                found("EX01", "B", Map.of(PER_SOURCE, "30")));

    ComparisonResult drift = fixture.drift();

    assertThat(verdicts(drift)).containsExactly(Verdict.UNCLEAR); // B clearly is not meant
    assertThat(drift.findings().get(0).reasons().cause().orElseThrow())
        .contains("Banner: the answer does not mention it");
    assertThat(drift.coverage().notes()).isEmpty(); // it may well meet something
  }

  @Test
  void a_baseline_over_an_answer_that_may_lack_resources_is_unclear() {
    KindState some =
        new KindState(
            false,
            Optional.empty(),
            List.of(found("EX01", "A", Map.of(BANNER, "220 a", PER_SOURCE, "100"))));
    Fixture fixture =
        new Fixture()
            .wants(where("EX01", is(BANNER, "220 a")), is(PER_SOURCE, "100"))
            .host("EX01", NO_FACTS, some);

    assertThat(Outcome.of(fixture.drift(), FailOn.ERROR, false)).isEqualTo(Outcome.UNCLEAR);
  }

  @Test
  void a_baseline_that_meets_nothing_is_told() {
    Fixture fixture =
        new Fixture()
            .wants(where("EX01", is(BANNER, "220 z")), is(PER_SOURCE, "100"))
            .host("EX01", NO_FACTS, found("EX01", "A", Map.of(BANNER, "220 a")));

    assertThat(fixture.drift().coverage().notes())
        .containsExactly("baseline base (policy.yaml:2:3) matched no gate of EX01");
    assertThat(Outcome.of(fixture.drift(), FailOn.ERROR, false)).isEqualTo(Outcome.UNCLEAR);
  }

  @Test
  void what_the_policy_does_not_name_is_unexpected_where_the_policy_says_so() {
    Fixture fixture =
        new Fixture()
            .unlisted(Severity.WARNING)
            .wants(named("EX01", "Relay"))
            .host(
                "EX01",
                NO_FACTS,
                found("EX01", "RELAY", Map.of()),
                found("EX01", "Stray", Map.of()));

    ComparisonResult drift = fixture.drift();

    assertThat(drift.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.subject().address().name()).isEqualTo("Stray"));
    assertThat(Outcome.of(drift, FailOn.WARNING, false)).isEqualTo(Outcome.DRIFT);
    assertThat(Outcome.of(drift, FailOn.ERROR, false)).isEqualTo(Outcome.CLEAN);
  }

  private static List<Verdict> verdicts(ComparisonResult drift) {
    return drift.findings().stream().map(Finding::verdict).toList();
  }
}
