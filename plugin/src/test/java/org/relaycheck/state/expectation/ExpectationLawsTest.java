package org.relaycheck.state.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.catalogue.Property;
import org.relaycheck.kind.Catalogues;
import org.relaycheck.value.Generators;
import org.relaycheck.value.Members;
import org.relaycheck.value.Seen;
import org.relaycheck.value.ValueType;

/** What must hold for every kind of expectation on every row. */
class ExpectationLawsTest {

  private static final int RUNS = 60;

  static Stream<Property<?>> rows() {
    return Catalogues.rows();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void what_a_fix_writes_is_accepted(Property<?> row) {
    assertThat(written(row)).as("fixes that write or clear").isPositive();
  }

  private static <T> int written(Property<T> row) {
    int written = 0;
    for (long seed = 0; seed < RUNS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      for (Expectation<T> expected : all(row, random)) {
        for (Seen<T> seen : List.of(Seen.of(value(row, random)), Seen.<T>nothing())) {
          String what = "seed " + seed + ": " + expected + " on " + seen;
          written += fixed(expected, seen, what) ? 1 : 0;
        }
      }
    }
    return written;
  }

  private static <T> boolean fixed(Expectation<T> expected, Seen<T> seen, String what) {
    if (expected.accepts(seen)) {
      return false;
    }
    Fix<T> fix = expected.fix(seen);
    if (fix instanceof Fix.Write<T> write) {
      assertThat(expected.accepts(Seen.of(write.value()))).as(what).isTrue();
      return true;
    }
    if (fix instanceof Fix.Clear<T>) {
      assertThat(expected.accepts(Seen.nothing())).as(what).isTrue();
      return true;
    }
    assertThat(((Fix.ByHand<T>) fix).why()).as(what).isNotBlank();
    return false;
  }

  @ParameterizedTest
  @MethodSource("rows")
  void an_expectation_is_told_in_words(Property<?> row) {
    words(row);
  }

  private static <T> void words(Property<T> row) {
    for (long seed = 0; seed < RUNS; seed++) {
      for (Expectation<T> expected : all(row, new SplittableRandom(seed))) {
        assertThat(expected.show(row.type())).as("seed %d: %s", seed, expected).isNotBlank();
      }
    }
  }

  private static <T> List<Expectation<T>> all(Property<T> row, SplittableRandom random) {
    T value = value(row, random);
    List<Expectation<T>> all = new ArrayList<>();
    all.add(new IsExactly<>(Optional.of(value)));
    all.add(new IsExactly<>(Optional.empty()));
    all.add(new IsNot<>(Optional.of(value)));
    all.add(new IsNot<>(Optional.empty()));
    all.add(new IsOneOf<>(List.of(Optional.of(value), Optional.empty())));
    all.add(new IsOneOf<>(List.of(Optional.of(value), Optional.of(value(row, random)))));
    row.order().ifPresent(order -> bounds(row, order, random, all));
    row.type().members().ifPresent(members -> parts(row, members, random, all));
    row.type()
        .patterns()
        .ifPresent(pattern -> all.add(new MatchesPattern<>("22.*", pattern.apply("22.*"))));
    all.add(preferring(all.get(all.size() - 1), value(row, random)));
    all.add(new PreferringValue<>(new IsNot<>(Optional.of(value)), Optional.empty()));
    return all;
  }

  /** A policy's {@code set} must satisfy the expectation. */
  private static <T> Expectation<T> preferring(Expectation<T> expected, T set) {
    return expected.accepts(Seen.of(set))
        ? new PreferringValue<>(expected, Optional.of(set))
        : new PreferringValue<>(new IsExactly<>(Optional.of(set)), Optional.of(set));
  }

  private static <T> void bounds(
      Property<T> row, Comparator<T> order, SplittableRandom random, List<Expectation<T>> all) {
    T a = value(row, random);
    T b = value(row, random);
    T least = order.compare(a, b) <= 0 ? a : b;
    T most = order.compare(a, b) <= 0 ? b : a;
    all.add(new WithinBounds<>(Optional.of(least), Optional.empty(), order));
    all.add(new WithinBounds<>(Optional.empty(), Optional.of(most), order));
    all.add(new WithinBounds<>(Optional.of(least), Optional.of(most), order));
  }

  private static <T> void parts(
      Property<T> row, Members<T> members, SplittableRandom random, List<Expectation<T>> all) {
    T part = value(row, random);
    T other = members.minus(value(row, random), part);
    Optional<T> wanted = Optional.of(part).filter(set -> !members.isEmpty(set));
    Optional<T> unwanted = Optional.of(other).filter(set -> !members.isEmpty(set));
    wanted.ifPresent(set -> all.add(new HasMembers<>(wanted, Optional.empty(), members, true)));
    unwanted.ifPresent(
        set -> all.add(new HasMembers<>(Optional.empty(), unwanted, members, false)));
    if (wanted.isPresent() || unwanted.isPresent()) {
      all.add(new HasMembers<>(wanted, unwanted, members, random.nextBoolean()));
    }
  }

  private static <T> T value(Property<T> row, SplittableRandom random) {
    ValueType<T> type = row.type();
    return Generators.value(type, random);
  }
}
