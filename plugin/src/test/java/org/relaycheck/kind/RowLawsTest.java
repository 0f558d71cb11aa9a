package org.relaycheck.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.DefaultValue;
import org.relaycheck.catalogue.Property;
import org.relaycheck.catalogue.SettingReason;
import org.relaycheck.catalogue.SettingTrait;
import org.relaycheck.value.Generators;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Seen;

/** What must hold for every row of every table. */
class RowLawsTest {

  private static final int RUNS = 100;

  static Stream<Property<?>> rows() {
    return Catalogues.rows();
  }

  static List<Catalogue> catalogues() {
    return Catalogues.ALL;
  }

  @ParameterizedTest
  @MethodSource("rows")
  void what_is_shown_is_read_as_the_same_value(Property<?> row) {
    readsBack(row);
  }

  private static <T> void readsBack(Property<T> row) {
    for (long seed = 0; seed < RUNS; seed++) {
      T value = Generators.value(row.type(), new SplittableRandom(seed));

      Seen<T> again = row.read(Raw.text(row.show(Seen.of(value)).orElseThrow()));

      assertThat(again).as("seed %d", seed).isEqualTo(Seen.of(value));
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void every_default_lies_within_its_range(Property<?> row) {
    defaultsAreAllowed(row);
  }

  private static <T> void defaultsAreAllowed(Property<T> row) {
    for (DefaultValue<T> one : row.facts().defaults()) {
      assertThat(row.allowed().allows().test(one.value())).as("%s: %s", one.where(), row).isTrue();
      assertThat(one.where()).isNotBlank();
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void the_ends_of_a_range_lie_within_it_and_are_told(Property<?> row) {
    endsAreAllowed(row);
  }

  private static <T> void endsAreAllowed(Property<T> row) {
    Stream.of(row.allowed().least(), row.allowed().most())
        .flatMap(java.util.Optional::stream)
        .forEach(
            end -> {
              assertThat(row.allowed().allows().test(end)).isTrue();
              assertThat(row.allowed().words().orElseThrow()).contains(row.type().show(end));
            });
  }

  @ParameterizedTest
  @MethodSource("rows")
  void every_row_says_what_it_means_why_it_matters_and_who_says_so(Property<?> row) {
    SettingReason grounds = row.facts().grounds();

    assertThat(grounds.meaning()).endsWith(".").hasSizeGreaterThan(10);
    assertThat(grounds.reason()).endsWith(".").hasSizeGreaterThan(10);
    assertThat(grounds.source()).isNotBlank();
    assertThat(grounds.symptom()).isNotEqualTo(java.util.Optional.of(""));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void zero_is_no_limit_only_where_zero_is_a_value_with_an_order(Property<?> row) {
    if (row.facts().has(SettingTrait.ZERO_IS_NO_LIMIT)) {
      zeroIsAboveAll(row);
    }
  }

  private static <T> void zeroIsAboveAll(Property<T> row) {
    T zero = row.read(Raw.text("0")).known().orElseThrow();
    T most = row.allowed().most().orElseThrow();

    assertThat(row.order().orElseThrow().compare(zero, most)).isPositive();
    assertThat(row.allowed().allows().test(zero)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void what_nothing_sets_is_only_for_where(Property<?> row) {
    if (row.binding() instanceof Binding.ReadOnly) {
      assertThat(row.onlyForWhere()).isTrue();
    }
    assertThat(row.onlyForWhere() && row.binding() instanceof Binding.SetParameter).isFalse();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void what_only_a_person_sets_says_how(Property<?> row) {
    if (row.binding() instanceof Binding.ByHand person) {
      assertThat(person.how()).hasSizeGreaterThan(10).doesNotEndWith(".");
    }
  }

  @ParameterizedTest
  @MethodSource("catalogues")
  void names_are_unique_without_case_and_never_refused(Catalogue catalogue) {
    List<String> names =
        Stream.concat(
                catalogue.rows().stream().map(Property::name),
                catalogue.refused().keySet().stream())
            .map(name -> name.toUpperCase(Locale.ROOT))
            .toList();

    assertThat(names).doesNotHaveDuplicates();
    assertThat(catalogue.refused().values()).allSatisfy(why -> assertThat(why).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("catalogues")
  void a_row_is_found_by_its_exact_name_and_an_answer_without_case(Catalogue catalogue) {
    for (Property<?> row : catalogue.rows()) {
      assertThat(catalogue.row(row.name())).contains(row);
      assertThat(catalogue.byName()).containsEntry(row.name().toUpperCase(Locale.ROOT), row);
      assertThat(catalogue.row(row.name() + " ")).isEmpty();
    }
  }

  @Test
  void kinds_are_unique() {
    assertThat(Catalogues.ALL).extracting(Catalogue::kind).doesNotHaveDuplicates();
  }
}
