package org.relaycheck.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relaycheck.compare.Fixture.DELAY;
import static org.relaycheck.compare.Fixture.PER_SOURCE;
import static org.relaycheck.compare.Fixture.found;
import static org.relaycheck.compare.Fixture.is;
import static org.relaycheck.compare.Fixture.named;
import static org.relaycheck.compare.Fixture.where;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.AcceptedDrift;
import org.relaycheck.state.HostState;
import org.relaycheck.state.MaintenanceWindow;
import org.relaycheck.state.Place;
import org.relaycheck.state.Presence;
import org.relaycheck.state.Severity;
import org.relaycheck.state.Waiver;
import org.relaycheck.state.Waivers;
import org.relaycheck.value.Raw;

class WaiverApplicationTest {

  private static final Map<String, String> NO_FACTS = Map.of();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final LocalDate FAR = TODAY.plusDays(100);
  private static final AcceptedDrift ABSENT = new AcceptedDrift.Existence(false);
  private static final AcceptedDrift PRESENT = new AcceptedDrift.Existence(true);

  /** Of EX01, where Relay has 20 and should have 100. */
  private static Fixture drifted() {
    return drifted("20");
  }

  private static Fixture drifted(String value) {
    return new Fixture()
        .wants(named("EX01", "Relay"), is(PER_SOURCE, "100"))
        .host("EX01", NO_FACTS, found("EX01", "Relay", Map.of(PER_SOURCE, value)));
  }

  private static <T> AcceptedDrift value(Property<T> row, String text) {
    return new AcceptedDrift.Value<>(row, row.read(Raw.text(text)).known());
  }

  private static Waiver waiver(AcceptedDrift accepted, LocalDate until, String... hosts) {
    return new Waiver(
        new Waiver.Scope(Fixture.KIND, "RELAY", List.of(hosts)),
        accepted,
        new Waiver.Grant("r", "mail team", until, Optional.empty(), Optional.empty()),
        new Place("w.yaml", 2, 5));
  }

  private static ComparisonResult waived(Fixture fixture, Waiver... waivers) {
    return new WaiverApplication(new Waivers(List.of(waivers), List.of()), TODAY)
        .of(fixture.drift(), fixture.states());
  }

  private static Verdict verdict(ComparisonResult drift) {
    assertThat(drift.findings()).hasSize(1);
    return drift.findings().get(0).verdict();
  }

  @Test
  void drift_that_was_accepted_is_shown_and_neither_gates_nor_is_fixed() {
    Waiver waiver = waiver(value(PER_SOURCE, "20"), FAR, "ex01");

    ComparisonResult drift = waived(drifted(), waiver);

    Finding finding = drift.findings().get(0);
    assertThat(finding.verdict()).isEqualTo(Verdict.WAIVED);
    assertThat(finding.difference()).isEqualTo(new Difference("100", Optional.of("20")));
    assertThat(finding.trail().waiver()).contains(waiver.grant());
    assertThat(drift.counts()).isEqualTo(Map.of(Verdict.WAIVED, 1, Verdict.IN_SYNC, 1));
    assertThat(drift.waivers()).isEmpty();
    assertThat(Outcome.of(drift, FailOn.WARNING, false)).isEqualTo(Outcome.CLEAN);
  }

  @Test
  void another_value_opens_it_again_and_is_told() {
    ComparisonResult drift = waived(drifted("30"), waiver(value(PER_SOURCE, "20"), FAR, "EX01"));

    assertThat(verdict(drift)).isEqualTo(Verdict.DRIFTED);
    assertThat(drift.findings().get(0).difference().repair()).isPresent();
    assertThat(Outcome.of(drift, FailOn.ERROR, false)).isEqualTo(Outcome.DRIFT);
    assertThat(drift.waivers())
        .containsExactly(
            "w.yaml:2:5  the waiver of RELAY: PerSource 20 does not cover EX01,"
                + " which has 30: review it");
  }

  @Test
  void values_are_compared_and_not_their_spelling() {
    Fixture fixture =
        new Fixture()
            .wants(named("EX01", "Relay"), is(DELAY, "10s"))
            .host("EX01", NO_FACTS, found("EX01", "Relay", Map.of(DELAY, "00:00:05")));

    assertThat(verdict(waived(fixture, waiver(value(DELAY, "5s"), FAR, "EX01"))))
        .isEqualTo(Verdict.WAIVED);
  }

  @Test
  void the_day_itself_is_still_valid_and_the_next_is_not() {
    AcceptedDrift twenty = value(PER_SOURCE, "20");

    ComparisonResult last = waived(drifted(), waiver(twenty, TODAY, "EX01"));
    ComparisonResult over = waived(drifted(), waiver(twenty, TODAY.minusDays(1), "EX01"));

    assertThat(verdict(last)).isEqualTo(Verdict.WAIVED);
    assertThat(verdict(over)).isEqualTo(Verdict.DRIFTED);
    assertThat(over.waivers())
        .containsExactly(
            "w.yaml:2:5  the waiver of RELAY: PerSource 20 ended on 2026-11-23 (mail team): fix"
                + " what it accepted, or renew it");
  }

  @Test
  void what_ends_within_a_fortnight_is_told() {
    AcceptedDrift twenty = value(PER_SOURCE, "20");

    assertThat(waived(drifted(), waiver(twenty, TODAY.plusDays(14), "EX01")).waivers())
        .containsExactly(
            "w.yaml:2:5  the waiver of RELAY: PerSource 20 ends on 2026-12-08 (mail team): fix"
                + " what it accepts, or renew it");
    assertThat(waived(drifted(), waiver(twenty, TODAY.plusDays(15), "EX01")).waivers()).isEmpty();
  }

  @Test
  void what_covers_nothing_is_told_with_the_hosts_where_it_does_not() {
    Fixture fixture =
        drifted()
            .wants(named("EX02", "Relay"), is(PER_SOURCE, "100"))
            .host("EX02", NO_FACTS, found("EX02", "Relay", Map.of(PER_SOURCE, "100")));
    AcceptedDrift twenty = value(PER_SOURCE, "20");

    assertThat(waived(fixture, waiver(twenty, FAR, "EX01", "EX02")).waivers())
        .containsExactly(
            "w.yaml:2:5  the waiver of RELAY: PerSource 20 is not needed on EX02: remove them"
                + " from 'hosts'");
    assertThat(waived(fixture, waiver(twenty, TODAY, "EX02")).waivers())
        .containsExactly(
            "w.yaml:2:5  the waiver of RELAY: PerSource 20 is not needed on EX02: delete it");
  }

  @Test
  void what_could_not_be_told_is_never_waived_and_no_waiver_is_called_unused_for_it() {
    Fixture unmentioned =
        new Fixture()
            .wants(named("EX01", "Relay"), is(PER_SOURCE, "100"))
            .host("EX01", NO_FACTS, found("EX01", "Relay", Map.of()));
    Fixture dead =
        new Fixture()
            .wants(named("EX01", "Relay"), is(PER_SOURCE, "100"))
            .host("EX01", new HostState.Unread("no route", "look"));
    Waiver waiver = waiver(value(PER_SOURCE, "20"), FAR, "EX01");

    for (Fixture fixture : List.of(unmentioned, dead)) {
      for (AcceptedDrift accepted : List.of(waiver.accepted(), ABSENT, PRESENT)) {
        ComparisonResult drift = waived(fixture, waiver(accepted, FAR, "EX01"));
        assertThat(verdict(drift)).isEqualTo(Verdict.UNCLEAR);
        assertThat(Outcome.of(drift, FailOn.NONE, false)).isEqualTo(Outcome.UNCLEAR);
      }
      assertThat(waived(fixture, waiver).waivers()).isEmpty();
    }
  }

  @Test
  void a_missing_resource_is_accepted_as_absent_and_one_too_many_as_present() {
    Fixture missing =
        new Fixture()
            .wants(named("EX01", "Relay"), is(PER_SOURCE, "100"))
            .host("EX01", NO_FACTS, found("EX01", "Other", Map.of()));
    Fixture unlisted =
        new Fixture()
            .unlisted(Severity.ERROR)
            .host("EX01", NO_FACTS, found("EX01", "Relay", Map.of()));
    Fixture unwanted =
        new Fixture()
            .wants(named("EX01", "Relay"), new Presence.Absent())
            .host("EX01", NO_FACTS, found("EX01", "Relay", Map.of()));

    assertThat(verdict(waived(missing, waiver(ABSENT, FAR, "EX01")))).isEqualTo(Verdict.WAIVED);
    assertThat(verdict(waived(missing, waiver(PRESENT, FAR, "EX01")))).isEqualTo(Verdict.MISSING);
    for (Fixture fixture : List.of(unlisted, unwanted)) {
      assertThat(verdict(waived(fixture, waiver(PRESENT, FAR, "EX01")))).isEqualTo(Verdict.WAIVED);
      assertThat(verdict(waived(fixture, waiver(ABSENT, FAR, "EX01"))))
          .isEqualTo(Verdict.UNEXPECTED);
    }
  }

  @Test
  void what_a_baseline_and_a_statement_say_of_one_value_is_accepted_at_once() {
    Fixture fixture = drifted().wants(where("EX01"), is(PER_SOURCE, "50"));

    ComparisonResult drift = waived(fixture, waiver(value(PER_SOURCE, "20"), FAR, "EX01"));

    assertThat(drift.findings())
        .extracting(Finding::verdict)
        .containsExactly(Verdict.WAIVED, Verdict.WAIVED);
  }

  @Test
  void a_waiver_of_another_setting_or_host_covers_nothing() {
    ComparisonResult other = waived(drifted(), waiver(value(DELAY, "20s"), FAR, "EX01"));
    ComparisonResult elsewhere = waived(drifted(), waiver(value(PER_SOURCE, "20"), FAR, "EX02"));

    assertThat(verdict(other)).isEqualTo(Verdict.DRIFTED);
    assertThat(verdict(elsewhere)).isEqualTo(Verdict.DRIFTED);
    assertThat(elsewhere.waivers()).hasSize(1);
  }

  @Test
  void maintenance_that_is_over_is_told() {
    Place place = new Place("w.yaml", 9, 1);
    MaintenanceWindow over =
        new MaintenanceWindow(List.of("EX01"), TODAY.minusDays(1), "r", "ops", place);
    MaintenanceWindow on = new MaintenanceWindow(List.of("EX02"), TODAY, "r", "ops", place);

    ComparisonResult drift =
        new WaiverApplication(new Waivers(List.of(), List.of(over, on)), TODAY)
            .of(drifted().drift(), new TreeMap<>());

    assertThat(drift.waivers())
        .containsExactly(
            "w.yaml:9:1  the maintenance of EX01 ended on 2026-11-23 (ops); these hosts are"
                + " asked again: delete the entry");
  }
}
