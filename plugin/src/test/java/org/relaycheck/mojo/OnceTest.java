package org.relaycheck.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.Test;

class OnceTest {

  private static final int MODULES = 8;

  private final MavenSession session = session();

  @Test
  void a_key_is_claimed_once() {
    assertThat(Once.claim(session, "check a")).isTrue();
    assertThat(Once.claim(session, "check a")).isFalse();
    assertThat(Once.claim(session, "check b")).isTrue();
  }

  @Test
  void another_session_does_not_remember() {
    Once.claim(session, "check a");

    assertThat(Once.claim(session(), "check a")).isTrue();
  }

  @Test
  void of_modules_that_are_built_at_the_same_time_one_gets_it() throws Exception {
    ExecutorService builders = Executors.newFixedThreadPool(MODULES);
    Callable<Boolean> module = () -> Once.claim(session, "check a");
    List<Boolean> claimed = new ArrayList<>();
    try {
      for (Future<Boolean> one : builders.invokeAll(Collections.nCopies(MODULES, module))) {
        claimed.add(one.get());
      }
    } finally {
      builders.shutdownNow();
    }

    assertThat(claimed).hasSize(MODULES).containsOnlyOnce(true);
  }

  private static MavenSession session() {
    MavenSession session = mock(MavenSession.class);
    when(session.getRequest()).thenReturn(new DefaultMavenExecutionRequest());
    return session;
  }
}
