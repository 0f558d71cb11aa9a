package org.relaycheck.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.relaycheck.value.Limit;
import org.relaycheck.value.Types;

class RowTest {

  @Test
  void a_range_may_have_one_value_on_top() {
    Property<Limit> row =
        Row.of("Most", Types.LIMIT, new Binding.SetParameter())
            .range("1", "10", "unlimited")
            .because("It is the most.", "It limits.", "the reference");

    assertThat(row.allowed().allows().test(new Limit(10))).isTrue();
    assertThat(row.allowed().allows().test(Limit.UNLIMITED)).isTrue();
    assertThat(row.allowed().allows().test(new Limit(11))).isFalse();
    assertThat(row.allowed().allows().test(new Limit(0))).isFalse();
    assertThat(row.allowed().words()).contains("from 1 to 10, or unlimited");
    assertThat(row.allowed().most()).contains(Limit.UNLIMITED);
  }

  @Test
  void a_zero_that_means_no_limit_is_above_all() {
    Property<Long> row =
        Row.of("Most", Types.COUNT, new Binding.SetParameter())
            .trait(SettingTrait.ZERO_IS_NO_LIMIT)
            .because("It is the most.", "It limits.", "the reference");

    assertThat(row.order().orElseThrow().compare(0L, 999L)).isPositive();
    assertThat(row.order().orElseThrow().compare(5L, 999L)).isNegative();
    assertThat(row.order().orElseThrow().compare(0L, 0L)).isZero();
  }

  @Test
  void a_default_that_cannot_be_read_is_a_mistake_in_the_table() {
    Row<Long> row = Row.of("Most", Types.COUNT, new Binding.SetParameter());

    assertThatThrownBy(() -> row.byDefault("everywhere", "many"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
