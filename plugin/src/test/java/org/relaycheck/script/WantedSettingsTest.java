package org.relaycheck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relaycheck.script.Found.on;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.relaycheck.compare.Finding;
import org.relaycheck.state.expectation.Fix;
import org.relaycheck.state.expectation.IsExactly;
import org.relaycheck.state.expectation.WithinBounds;

/** Several lines about one setting come to one value, or to a person. */
class WantedSettingsTest {

  private static final Found OWN = on("SQL01", "mailAccounts", "A");

  private static WithinBounds<Long> atLeast(long bound) {
    return new WithinBounds<>(Optional.of(bound), Optional.empty(), Comparator.naturalOrder());
  }

  private static WantedSetting<?> only(Finding... findings) {
    List<WantedSetting<?>> settings = WantedSettings.of(List.of(findings));
    assertThat(settings).hasSize(1);
    return settings.get(0);
  }

  @Test
  void the_value_that_contents_all_is_taken() {
    Finding low = OWN.wanting(atLeast(100));
    Finding high = OWN.by("base").wanting(atLeast(200));

    WantedSetting<?> setting = only(low, high);

    assertThat(setting.fix()).isEqualTo(new Fix.Write<>(200L));
    assertThat(setting.findings()).containsExactly(low, high);
  }

  @Test
  void lines_that_want_different_values_are_left_to_a_person() {
    Finding one = OWN.wanting(new IsExactly<>(Optional.of(587L)));
    Finding other = OWN.by("base").wanting(new IsExactly<>(Optional.of(2525L)));

    WantedSetting<?> setting = only(one, other);

    assertThat(setting.fix()).isInstanceOf(Fix.ByHand.class);
    assertThat(setting.findings()).containsExactly(one, other);
  }

  @Test
  void a_baseline_that_is_fixed_by_hand_does_not_keep_the_own_line_from_being_scripted() {
    Finding own = OWN.wanting(new IsExactly<>(Optional.of(587L)));
    Finding met = OWN.by("met").wanting(atLeast(500), new Fix.ByHand<>("by hand"));
    Finding missed = OWN.by("missed").wanting(atLeast(600), new Fix.ByHand<>("by hand"));

    WantedSetting<?> setting = only(own, met, missed);

    assertThat(setting.fix()).isEqualTo(new Fix.Write<>(587L));
    assertThat(setting.findings()).containsExactly(own, met);
  }

  @Test
  void what_all_leave_to_a_person_stays_with_the_reason() {
    Finding hand = OWN.by("base").wanting(atLeast(600), new Fix.ByHand<>("by hand"));

    assertThat(only(hand).fix()).isEqualTo(new Fix.ByHand<>("by hand"));
  }
}
