package org.relaycheck.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.powershell.Behaviour;
import org.relaycheck.ssh.Scene;
import org.relaycheck.ssh.WindowsServer;
import org.relaycheck.standin.tds.Failure;
import org.relaycheck.standin.tds.Login;
import org.relaycheck.standin.tds.Reply;
import org.relaycheck.standin.tds.Request;
import org.relaycheck.standin.tds.Script;
import org.relaycheck.standin.tds.TdsServer;

/** One login for SSH servers and SQL Servers alike: the first host tries it alone. */
@Timeout(120)
class RefusedLoginTest {

  private static final int EACH = 3;

  @TempDir private Path folder;
  private final List<AutoCloseable> peers = new ArrayList<>();
  private final AtomicInteger logins = new AtomicInteger();

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable peer : peers) {
      peer.close();
    }
  }

  @Test
  void a_refused_login_is_tried_once_at_one_host_while_all_others_wait() throws Exception {
    Site site = site();
    for (int i = 0; i < EACH; i++) {
      ssh(site, "EX" + i, Scene.Play.of(Behaviour.GOOD), false);
      sql(site, "SQL" + i, new Refusing());
    }

    Map<String, HostAnswer> asked = site.answers(2 * EACH);

    assertThat(logins).hasValue(1);
    assertThat(asked).hasSize(2 * EACH).allSatisfy(Clear::assertClear);
    assertThat(asked.values().toString()).contains("not tried");
  }

  @Test
  void as_soon_as_the_first_is_let_in_the_others_follow_before_its_answer() throws Exception {
    CountDownLatch together = new CountDownLatch(2 * EACH);
    Set<String> alone = ConcurrentHashMap.newKeySet();
    Site site = site();
    for (int i = 0; i < EACH; i++) {
      String host = "EX" + i;
      Scene.Play play =
          scene -> {
            meet(together, host, alone);
            Behaviour.GOOD.play(scene);
          };
      ssh(site, host, play, true);
      sql(site, "SQL" + i, new Meeting("SQL" + i, together, alone));
    }

    Map<String, HostAnswer> asked = site.answers(2 * EACH);

    assertThat(alone).isEmpty();
    assertThat(asked.values()).allMatch(HostAnswer.Answered.class::isInstance);
  }

  @Test
  void a_later_run_of_the_same_build_does_not_try_a_refused_login_again() throws Exception {
    Site site = site();
    sql(site, "SQL01", refusing());
    Told told = new Told();
    site.run(new CheckMojo(new Vault()), told);

    site.run(new DoctorMojo(new Vault()), told);

    assertThat(logins).hasValue(1);
    assertThat(told.lines()).anyMatch(line -> line.contains("not tried here"));
  }

  @Test
  void another_build_tries_it_again_as_somebody_may_have_corrected_it() throws Exception {
    for (int build = 0; build < 2; build++) {
      Site site = site();
      sql(site, "SQL01", refusing());
      site.run(new CheckMojo(new Vault()), new Told());
    }

    assertThat(logins).hasValue(2);
  }

  private static void meet(CountDownLatch together, String host, Set<String> alone)
      throws InterruptedException {
    together.countDown();
    if (!together.await(30, TimeUnit.SECONDS)) {
      alone.add(host);
    }
  }

  /** Whoever is asked first waits until all hosts have come as far as they can. */
  private boolean refuse() {
    logins.incrementAndGet();
    while (waiting() < 2 * EACH) {
      Thread.onSpinWait();
    }
    return false;
  }

  private static long waiting() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("relay-survey"))
        .filter(
            thread ->
                Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING)
                    .contains(thread.getState()))
        .count();
  }

  private Site site() {
    return new Site(folder).server("shared", WindowsServer.USER, Optional.of("hunter2"));
  }

  private void ssh(Site site, String host, Scene.Play play, boolean good) throws IOException {
    WindowsServer server =
        WindowsServer.that(
            play, all -> all.setPasswordAuthenticator((user, word, session) -> good || refuse()));
    peers.add(server);
    site.host(
        host,
        "{server: EX01, powershell: {ssh: 127.0.0.1, port: "
            + server.port()
            + ", credentials: shared, hostKey: '"
            + server.fingerprint()
            + "'}}");
  }

  private void sql(Site site, String host, Script script) throws IOException {
    TdsServer server = TdsServer.start(script);
    peers.add(server);
    site.host(
        host,
        "{server: SQL01, sqlserver: localhost, port: "
            + server.port()
            + ", credentials: shared, properties: {encrypt: optional}}");
  }

  private Script refusing() {
    return new Refusing() {
      @Override
      public List<Reply> greet(Login login) {
        logins.incrementAndGet();
        return List.of(Failure.loginFailed(login.user()));
      }
    };
  }

  private class Refusing implements Script {

    @Override
    public List<Reply> greet(Login login) {
      refuse();
      return List.of(Failure.loginFailed(login.user()));
    }

    @Override
    public List<Reply> answer(Login login, Request request) {
      throw new AssertionError("nobody is let in");
    }
  }

  private record Meeting(String host, CountDownLatch together, Set<String> alone)
      implements Script {

    @Override
    public List<Reply> answer(Login login, Request request) {
      try {
        meet(together, host, alone);
      } catch (InterruptedException over) {
        throw new AssertionError(over);
      }
      return SecretsTest.answers().answer(login, request);
    }
  }
}
