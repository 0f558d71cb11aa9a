package org.relaycheck.script.receiveconnectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.DefaultValue;
import org.relaycheck.catalogue.Property;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.script.Prescription;
import org.relaycheck.script.Script;
import org.relaycheck.standin.powershell.Shell;
import org.relaycheck.state.Statement;
import org.relaycheck.state.expectation.Expectation;
import org.relaycheck.state.expectation.HasMembers;
import org.relaycheck.state.expectation.IsExactly;
import org.relaycheck.value.Generators;
import org.relaycheck.value.Raw;

/** What must hold for the scripts about every row that can be set, run on the model of Exchange. */
class ScriptLawsTest {

  private static final int SEEDS = 12;
  private static final int MIXTURES = 60;
  private static final int IN_A_MIXTURE = 6;

  static Stream<Property<?>> rows() {
    return ReceiveConnectorRows.CATALOGUE.rows().stream()
        .filter(
            row ->
                row.binding() instanceof Binding.SetParameter
                    || row.binding() instanceof Binding.Right);
  }

  /** Values that a row accepts: its ends, its defaults, and some by chance. */
  private static <T> List<Optional<T>> candidates(Property<T> row) {
    Set<Optional<T>> all = new LinkedHashSet<>();
    row.allowed().least().ifPresent(least -> all.add(Optional.of(least)));
    row.allowed().most().ifPresent(most -> all.add(Optional.of(most)));
    for (DefaultValue<T> one : row.facts().defaults()) {
      all.add(Optional.of(one.value()));
    }
    for (long seed = 0; seed < SEEDS; seed++) {
      all.add(Optional.of(Generators.value(row.type(), new SplittableRandom(seed))));
    }
    row.read(Raw.text("220 it\u2019s me; $(hostname) `r"))
        .known()
        .ifPresent(v -> all.add(Optional.of(v)));
    all.removeIf(value -> !row.allowed().allows().test(value.orElseThrow()));
    // no setting takes a negative time or one of years, whatever its documented limits leave open
    all.removeIf(value -> value.orElseThrow() instanceof Duration span && span.isNegative());
    all.removeIf(value -> value.orElseThrow() instanceof Duration span && span.toDays() > 1);
    if (row.type().patterns().isPresent()) {
      all.add(Optional.empty());
    }
    return new ArrayList<>(all);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void fixed_there_is_no_drift_twice_is_once_and_rolled_back_all_is_as_before(Property<?> row) {
    int scripted = 0;
    for (boolean losesEntries : new boolean[] {false, true}) {
      scripted += fix(row, losesEntries);
    }

    assertThat(scripted > 0).as("scripts about %s", row).isEqualTo(row.facts().owner().isEmpty());
  }

  private static <T> int fix(Property<T> row, boolean losesEntries) {
    int scripted = 0;
    for (Optional<T> value : candidates(row)) {
      Bench bench =
          Bench.mailbox(losesEntries)
              .wants(Bench.RELAY, Bench.statement(row, new IsExactly<>(value)));
      Prescription prescription = bench.prescription();
      assertThat(prescription.scripts().size() + prescription.byHand().size())
          .as("%s %s", row, value)
          .isEqualTo(bench.drift().findings().size());
      if (!prescription.scripts().isEmpty()) {
        switchesGate(row, value, prescription.scripts().get(0));
        lawsHold(bench, prescription.scripts().get(0), row + " " + value);
        scripted++;
      }
    }
    return scripted;
  }

  /** Without the switches that a change needs it is left out, and the script says so. */
  private static <T> void switchesGate(Property<T> row, Optional<T> value, Script script) {
    Bench bench = Bench.mailbox();
    String needs = ChangeEffect.of(row, bench.relayValue(row), value).needs();
    Map<String, Object> before = bench.organisation.state();

    Shell.Result bare = bench.run(script.fix(), "AllowRemoval");

    assertThat(bare.code()).as("%s %s", row, value).isEqualTo(needs.isEmpty() ? 0 : 2);
    assertThat(bench.organisation.state().equals(before))
        .as("%s %s%n%s", row, value, bare.said())
        .isEqualTo(!needs.isEmpty());
    for (String one : List.of("narrowing", "widening")) {
      if (needs.contains(one) && needs.contains(" ")) {
        String given = one.equals("narrowing") ? "AllowNarrowing" : "AllowWidening";
        assertThat(bench.run(script.fix(), given).code()).as("%s %s", row, value).isEqualTo(2);
      }
    }
  }

  @Test
  void the_laws_hold_for_several_settings_of_two_connectors_at_once() {
    int scripted = 0;
    for (long seed = 0; seed < MIXTURES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Bench bench =
          Bench.mailbox(random.nextBoolean())
              .wants(Bench.RELAY, mixture(random))
              .wants(Bench.SETUP, mixture(random));
      Prescription prescription = bench.prescription();
      bench.agreeTo(prescription);
      if (!prescription.scripts().isEmpty()) {
        lawsHold(bench, bench.script(), "seed " + seed);
        scripted++;
      }
    }

    assertThat(scripted).isGreaterThan(MIXTURES / 2);
  }

  private static Statement<?>[] mixture(SplittableRandom random) {
    List<Property<?>> rows = rows().toList();
    Set<Property<?>> chosen = new LinkedHashSet<>();
    for (int i = 0; i < IN_A_MIXTURE; i++) {
      chosen.add(Generators.pick(rows, random));
    }
    chosen.add(ReceiveConnectorRows.PERMISSION_GROUPS);
    chosen.add(ReceiveConnectorRows.EXTENDED_RIGHTS);
    return chosen.stream().map(row -> statement(row, random)).toArray(Statement<?>[]::new);
  }

  private static <T> Statement<T> statement(Property<T> row, SplittableRandom random) {
    return Bench.statement(row, setting(row, Generators.pick(candidates(row), random), random));
  }

  private static <T> Expectation<T> setting(
      Property<T> row, Optional<T> value, SplittableRandom random) {
    return row.equals(ReceiveConnectorRows.EXTENDED_RIGHTS) && random.nextInt(4) > 0
        ? new HasMembers<>(value, Optional.empty(), row.type().members().orElseThrow(), false)
        : new IsExactly<>(value);
  }

  /** The three laws, and that a dry run changes nothing. */
  static void lawsHold(Bench bench, Script script, String what) {
    Map<String, Object> before = bench.organisation.state();

    bench.run(script.fix(), "WhatIf", "AllowNarrowing", "AllowWidening");
    assertThat(bench.organisation.state()).as("dry: %s", what).isEqualTo(before);
    assertThat(bench.organisation.writes()).as("dry: %s", what).isEmpty();

    Shell.Result fixed = bench.runAll(script.fix());
    assertThat(fixed.code()).as("%s%n%s", what, fixed.said()).isZero();
    assertThat(bench.drift().findings()).as(what).isEmpty();
    assertThat(bench.organisation.writes()).as(what).isNotEmpty();

    Shell.Result again = bench.runAll(script.fix());
    assertThat(again.code()).as("%s again%n%s", what, again.said()).isZero();
    assertThat(bench.organisation.writes()).as("%s again%n%s", what, again.said()).isEmpty();

    Shell.Result back = bench.runAll(script.rollback());
    assertThat(back.code()).as("%s back%n%s", what, back.said()).isZero();
    assertThat(bench.organisation.state()).as("%s back", what).isEqualTo(before);
    bench.organisation.writes();

    Shell.Result backAgain = bench.runAll(script.rollback());
    assertThat(backAgain.code()).as("%s back again%n%s", what, backAgain.said()).isZero();
    assertThat(bench.organisation.writes()).as("%s back again", what).isEmpty();
  }
}
