package org.relaycheck.probe.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.AUTH_MECHANISM;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.relaycheck.state.Origin;
import org.relaycheck.state.Place;
import org.relaycheck.state.Remediation;
import org.relaycheck.state.Severity;
import org.relaycheck.state.Statement;
import org.relaycheck.state.expectation.Expectation;
import org.relaycheck.state.expectation.HasMembers;
import org.relaycheck.state.expectation.IsExactly;
import org.relaycheck.state.expectation.IsNot;
import org.relaycheck.state.expectation.IsOneOf;
import org.relaycheck.state.expectation.PreferringValue;

class StatedValuesTest {

  private static final Set<String> TLS = Set.of("Tls");
  private static final Set<String> BOTH = Set.of("Tls", "BasicAuth");

  @Test
  void a_set_that_is_stated_whole_demands_its_members_and_rules_out_the_others() {
    assertThat(demands(new IsExactly<>(Optional.of(TLS)), "Tls")).contains(true);
    assertThat(demands(new IsExactly<>(Optional.of(TLS)), "BasicAuth")).contains(false);
    assertThat(demands(new IsExactly<>(Optional.empty()), "Tls")).contains(false);
  }

  @Test
  void a_set_of_which_a_part_is_stated_leaves_the_rest_open() {
    var members = AUTH_MECHANISM.type().members().orElseThrow();
    Expectation<Set<String>> holds =
        new HasMembers<>(Optional.of(TLS), Optional.of(Set.of("BasicAuth")), members, false);

    assertThat(demands(holds, "Tls")).contains(true);
    assertThat(demands(holds, "BasicAuth")).contains(false);
    assertThat(demands(holds, "Integrated")).isEmpty();
  }

  @Test
  void of_several_sets_only_what_they_agree_in_is_demanded() {
    Expectation<Set<String>> oneOf = new IsOneOf<>(List.of(Optional.of(TLS), Optional.of(BOTH)));

    assertThat(demands(oneOf, "Tls")).contains(true);
    assertThat(demands(oneOf, "BasicAuth")).isEmpty();
    assertThat(demands(oneOf, "Integrated")).contains(false);
  }

  @Test
  void what_would_be_written_does_not_decide_what_is_demanded() {
    Expectation<Set<String>> preferring =
        new PreferringValue<>(new IsNot<>(Optional.of(BOTH)), Optional.of(TLS));

    assertThat(demands(preferring, "Tls")).isEmpty();
    assertThat(value(preferring)).contains(TLS);
  }

  @Test
  void nothing_stated_demands_nothing_and_has_no_value() {
    StatedValues nothing = new StatedValues(List.of());

    assertThat(nothing.demands(AUTH_MECHANISM, "Tls")).isEmpty();
    assertThat(nothing.value(AUTH_MECHANISM)).isEmpty();
  }

  private static Optional<Boolean> demands(Expectation<Set<String>> wanted, String word) {
    return stated(wanted).demands(AUTH_MECHANISM, word);
  }

  private static Optional<Set<String>> value(Expectation<Set<String>> wanted) {
    return stated(wanted).value(AUTH_MECHANISM);
  }

  private static StatedValues stated(Expectation<Set<String>> wanted) {
    return new StatedValues(
        List.of(
            new Statement<>(
                AUTH_MECHANISM,
                wanted,
                Severity.ERROR,
                Remediation.SCRIPT,
                Origin.at(new Place("policy.yaml", 1, 1)),
                Optional.empty())));
  }
}
