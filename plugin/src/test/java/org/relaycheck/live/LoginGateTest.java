package org.relaycheck.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LoginGateTest {

  private final LoginGate admission = new LoginGate();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() throws InterruptedException {
    threads.shutdownNow();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whoever_is_let_in_lets_the_others_follow_at_once() throws Exception {
    try (LoginGate.Turn first = admission.turn("reader")) {
      first.letIn();

      try (LoginGate.Turn second = admission.turn("reader")) {
        assertThat(second.refusal()).isEmpty();
      }
    }
  }

  @Test
  void a_refusal_holds_for_the_rest_of_the_run() throws Exception {
    try (LoginGate.Turn first = admission.turn("reader")) {
      first.refused("EX01 does not accept it");
    }

    try (LoginGate.Turn second = admission.turn("reader");
        LoginGate.Turn other = admission.turn("sql-reader")) {
      assertThat(second.refusal()).contains("EX01 does not accept it");
      assertThat(other.refusal()).isEmpty();
    }
  }

  @Test
  void a_dead_host_proves_nothing_and_the_next_may_try() throws Exception {
    admission.turn("reader").close();

    try (LoginGate.Turn second = admission.turn("reader")) {
      assertThat(second.refusal()).isEmpty();
    }
  }

  @Test
  void nobody_goes_while_the_first_is_trying() throws Exception {
    int others = 8;
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch started = new CountDownLatch(others);
    List<Future<Boolean>> refusals = new ArrayList<>();
    try (LoginGate.Turn first = admission.turn("reader")) {
      for (int i = 0; i < others; i++) {
        refusals.add(
            threads.submit(
                () -> {
                  started.countDown();
                  try (LoginGate.Turn turn = admission.turn("reader")) {
                    boolean refused = turn.refusal().isPresent();
                    if (!refused) {
                      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    }
                    return refused;
                  }
                }));
      }
      assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
      first.refused("EX01");
    }

    for (Future<Boolean> refusal : refusals) {
      assertThat(refusal.get()).isTrue();
    }
    assertThat(most).hasValue(0);
  }

  @Test
  void without_a_proof_they_go_one_by_one() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      all.add(
          threads.submit(
              () -> {
                for (int round = 0; round < 50; round++) {
                  try (LoginGate.Turn turn = admission.turn("reader")) {
                    assertThat(turn.refusal()).isEmpty();
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    inside.decrementAndGet();
                  }
                }
                return null;
              }));
    }

    for (Future<?> one : all) {
      one.get();
    }
    assertThat(most).hasValue(1);
  }
}
