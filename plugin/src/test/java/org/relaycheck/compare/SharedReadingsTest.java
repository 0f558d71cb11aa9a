package org.relaycheck.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relaycheck.compare.Fixture.DELAY;
import static org.relaycheck.compare.Fixture.KIND;
import static org.relaycheck.compare.Fixture.found;
import static org.relaycheck.compare.Fixture.is;
import static org.relaycheck.compare.Fixture.named;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.relaycheck.state.Address;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Statement;

/** One statement of a template on many resources, whose readings are the very same objects. */
class SharedReadingsTest {

  private static final Statement<Duration> FIVE = is(DELAY, "5s");
  private static final Observed FIRST = found("EX01", "A", Map.of(DELAY, "00:00:05"));

  private static Observed likeTheFirst(String host, String name) {
    return new Observed(
        new Address(KIND, host, name), FIRST.settings(), FIRST.unread(), FIRST.change());
  }

  @Test
  void a_resource_that_differs_between_two_that_hold_is_told() {
    Fixture fixture =
        new Fixture()
            .wants(named("EX01", "A"), FIVE)
            .wants(named("EX01", "B"), FIVE)
            .wants(named("EX01", "C"), FIVE)
            .host(
                "EX01",
                Map.of(),
                FIRST,
                found("EX01", "B", Map.of(DELAY, "6s")),
                likeTheFirst("EX01", "C"));

    ComparisonResult drift = fixture.drift();

    assertThat(drift.findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.subject().address().name()).isEqualTo("B"));
    assertThat(drift.count(Verdict.IN_SYNC)).isEqualTo(3 + 2);
  }

  @Test
  void what_holds_on_one_host_does_not_apply_to_one_without_the_setting() {
    Fixture fixture =
        new Fixture()
            .wants(named("EX01", "A"), FIVE)
            .wants(named("EX02", "A"), FIVE)
            .host("EX01", Map.of(), FIRST)
            .host("EX02", Map.of("ServerRole", "Edge"), likeTheFirst("EX02", "A"));

    ComparisonResult drift = fixture.drift();

    assertThat(drift.findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.NOT_APPLICABLE));
  }
}
