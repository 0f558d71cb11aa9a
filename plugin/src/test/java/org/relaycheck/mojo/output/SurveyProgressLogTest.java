package org.relaycheck.mojo.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.relaycheck.mojo.Told;
import org.relaycheck.mojo.source.Heartbeat;

class SurveyProgressLogTest {

  private final Told told = new Told();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final SurveyProgressLog talk =
      new SurveyProgressLog(new LogPrinter(told, text -> text), now::get);

  @Test
  void of_many_hosts_every_tenth_step_is_told() {
    for (int done = 1; done <= 40; done++) {
      talk.done("EX" + done, done, 40);
    }

    assertThat(told.lines())
        .hasSize(10)
        .startsWith("info 4 of 40 hosts asked, the last was EX4")
        .endsWith("info 40 of 40 hosts asked, the last was EX40");
  }

  @Test
  void of_a_few_hosts_nothing_is_told() {
    talk.asking("EX01");
    pass(29);
    talk.nameTheSlow();
    talk.done("EX01", 1, 2);

    assertThat(told.lines()).isEmpty();
  }

  @Test
  void who_has_not_answered_for_long_is_named_the_slowest_first() {
    talk.asking("EX09");
    pass(5);
    talk.asking("EX02");
    talk.asking("EX01");
    talk.asking("EX03");
    talk.done("EX03", 1, 4);
    pass(30);
    talk.asking("EX04");
    talk.nameTheSlow();

    assertThat(told.lines())
        .containsExactly(
            "info 1 of 4 hosts done, still waiting for EX09 (35 s), EX01 (30 s), EX02 (30 s)");
  }

  @Test
  void of_many_that_are_slow_the_slowest_are_named() {
    for (int i = 1; i <= 5; i++) {
      talk.asking("EX0" + i);
      pass(1);
    }
    pass(60);
    talk.nameTheSlow();

    assertThat(told.lines())
        .containsExactly(
            "info no host is done, still waiting for EX01 (65 s), EX02 (64 s), EX03 (63 s)"
                + " and 2 more");
  }

  @Test
  void who_has_answered_is_named_no_more() {
    talk.asking("EX01");
    pass(40);
    talk.done("EX01", 1, 1);
    talk.nameTheSlow();

    assertThat(told.lines()).isEmpty();
  }

  @Test
  void it_beats_until_it_is_closed() throws Exception {
    CountDownLatch twice = new CountDownLatch(2);

    try (Heartbeat beat = new Heartbeat(Duration.ofMillis(1))) {
      beat.calls(twice::countDown);
      assertThat(twice.await(30, TimeUnit.SECONDS)).isTrue();
    }

    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("relay-beat")) {
        thread.join(20_000);
        assertThat(thread.isAlive()).isFalse();
      }
    }
  }

  private void pass(int seconds) {
    now.updateAndGet(before -> before.plusSeconds(seconds));
  }
}
