package org.relaycheck.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueLawsTest {

  private static final int RUNS = 500;
  private static final Vocabulary WORDS =
      Vocabulary.empty()
          .word("None", 0)
          .word("Ink", 1)
          .word("Iron", 2)
          .means("Both", "Ink", "Iron")
          .computed("Own", 4, "is the system's own");

  private final Locale before = Locale.getDefault();

  @AfterEach
  void put_the_locale_back() {
    Locale.setDefault(before);
  }

  static List<ValueType<?>> types() {
    return List.of(
        Types.COUNT,
        Types.LIMIT,
        Types.SIZE,
        Types.SPAN,
        Types.FLAG,
        Types.TEXT,
        Types.EXACT_TEXT,
        Types.TEXT_SET,
        Types.COMMA_SET,
        Types.NAME_LIST,
        Types.CAPABILITY_SET,
        Types.BINDING_SET,
        Types.RIGHTS,
        Types.ADDRESS_SET,
        Types.choice(WORDS),
        Types.words(WORDS));
  }

  @ParameterizedTest
  @MethodSource("types")
  void what_is_shown_is_read_as_the_same_value(ValueType<?> type) {
    everyValueReadsBack(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "de-CH", "hi-IN-u-nu-deva"})
  void no_locale_changes_what_is_shown_or_read(String tag) {
    Locale.setDefault(Locale.forLanguageTag(tag));

    types().forEach(ValueLawsTest::everyValueReadsBack);

    assertThat(Types.choice(WORDS).read(Raw.text("INK"))).isEqualTo(Seen.of("Ink"));
    assertThat(Types.FLAG.read(Raw.text("TRUE"))).isEqualTo(Seen.of(true));
    assertThat(Types.LIMIT.read(Raw.text("UNLIMITED"))).isEqualTo(Seen.of(Limit.UNLIMITED));
    assertThat(Types.TEXT.read(Raw.text("ink"))).isEqualTo(Types.TEXT.read(Raw.text("INK")));
  }

  private static <T> void everyValueReadsBack(ValueType<T> type) {
    for (long seed = 0; seed < RUNS; seed++) {
      T value = Generators.value(type, new SplittableRandom(seed));

      Seen<T> again = type.read(Raw.text(type.show(value)));

      assertThat(again).as("seed %d: %s", seed, type.show(value)).isEqualTo(Seen.of(value));
      assertThat(type.write(value)).as("seed %d", seed).isNotEqualTo(new Literal.Null());
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void an_order_says_equal_of_equal_values_only(ValueType<?> type) {
    orderAgreesWithEquals(type);
  }

  private static <T> void orderAgreesWithEquals(ValueType<T> type) {
    for (long seed = 0; seed < RUNS && type.order().isPresent(); seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      T a = Generators.value(type, random);
      T b = Generators.value(type, random);

      int order = type.order().orElseThrow().compare(a, b);

      assertThat(order == 0).as("seed %d", seed).isEqualTo(a.equals(b));
      assertThat(type.order().orElseThrow().compare(b, a)).as("seed %d", seed).isEqualTo(-order);
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void empty_is_nothing_and_never_not_understood(ValueType<?> type) {
    for (Raw raw : List.of(new Raw.Empty(), Raw.text(""), Raw.text("{}"), Raw.items(List.of()))) {
      assertThat(type.read(raw)).isEqualTo(Seen.nothing());
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void what_was_cut_off_or_not_read_is_not_understood(ValueType<?> type) {
    assertThat(type.read(new Raw.Unread("SELECT was denied")).problem())
        .contains("SELECT was denied");
    assertThat(type.read(new Raw.CutOff("{192.0.2.1...")).problem().orElseThrow())
        .contains("cut off");
  }

  @ParameterizedTest
  @MethodSource("types")
  void any_text_at_all_is_read_without_an_exception(ValueType<?> type) {
    for (long seed = 0; seed < RUNS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String other = show(Generators.pick(types(), random), random);
      String text = other + Generators.pick(List.of("", "%", "/", "-", ",", " 1", "()"), random);

      Seen<?> seen = type.read(Raw.items(List.of(text)));

      assertThat(seen).as("seed %d: %s", seed, text).isNotNull();
    }
  }

  private static <T> String show(ValueType<T> type, SplittableRandom random) {
    return type.show(Generators.value(type, random));
  }

  @Test
  void a_schema_is_there_for_every_type() {
    assertThat(types()).extracting(ValueType::schema).noneMatch(Map::isEmpty);
  }
}
