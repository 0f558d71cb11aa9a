package org.relaycheck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relaycheck.jdbc.Instance.MAIL;
import static org.relaycheck.jdbc.Instance.question;
import static org.relaycheck.jdbc.Instance.rows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostWay;
import org.relaycheck.powershell.Leftovers;
import org.relaycheck.standin.network.Blow;
import org.relaycheck.standin.network.FaultyLine;
import org.relaycheck.standin.tds.Failure;
import org.relaycheck.standin.tds.Login;
import org.relaycheck.standin.tds.Reply;
import org.relaycheck.standin.tds.Request;
import org.relaycheck.standin.tds.Scenario;
import org.relaycheck.standin.tds.Script;
import org.relaycheck.standin.tds.TdsServer;

/** Servers with one login: connecting is done together, only logging in goes one at a time. */
@Timeout(60)
class LoginTurnTest {

  private static final Scenario GOOD =
      Instance.answers(question(MAIL), rows("resource").row("Bulk"));

  private final SqlServerSource source = Instance.source(MAIL);
  private final ExecutorService askers = Executors.newCachedThreadPool();

  @AfterEach
  void no_thread_is_left() throws InterruptedException {
    source.close();
    askers.shutdownNow();
    assertThat(askers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    assertThat(Leftovers.threads()).isEmpty();
  }

  /** Each waits for all the others: none would end if only one went at a time. */
  @Test
  void machines_that_accept_and_stay_silent_are_called_together() throws Exception {
    int dead = 6;
    CountDownLatch called = new CountDownLatch(dead);
    Set<String> alone = ConcurrentHashMap.newKeySet();
    List<ServerSocket> sockets = new ArrayList<>();
    List<Future<HostAnswer>> all = new ArrayList<>();
    for (int i = 0; i < dead; i++) {
      ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      sockets.add(socket);
      askers.submit(() -> staySilent(socket, called, alone));
      all.add(asking(way(socket.getLocalPort())));
    }

    List<HostAnswer> told = new ArrayList<>();
    for (Future<HostAnswer> one : all) {
      told.add(one.get());
    }

    assertThat(alone).isEmpty();
    assertThat(told).hasSize(dead).allMatch(HostAnswer.Failed.class::isInstance);
    for (ServerSocket socket : sockets) {
      socket.close();
    }
  }

  private static void staySilent(ServerSocket socket, CountDownLatch called, Set<String> alone) {
    try (Socket call = socket.accept()) {
      called.countDown();
      if (!called.await(20, TimeUnit.SECONDS)) {
        alone.add("port " + call.getLocalPort());
      }
    } catch (IOException | InterruptedException over) {
      alone.add(over.toString());
    }
  }

  @Test
  void what_cannot_be_reached_is_told_while_another_logs_in() throws Exception {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    Slow slow = new Slow(List.of());
    try (TdsServer first = TdsServer.start(slow);
        ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Future<HostAnswer> holding = asking(Instance.way(first));
      slow.asked.await();

      String dead = failure(way(closed)).why();
      String unknown = failure(Instance.way("sql02.invalid", 1433)).why();
      String mute =
          failure(Instance.within(Duration.ofMillis(700), way(silent.getLocalPort()))).why();

      assertThat(holding.isDone()).isFalse();
      assertThat(dead).isEqualTo("localhost:" + closed + ": no connection could be made");
      assertThat(unknown).isEqualTo("sql02.invalid:1433: the name sql02.invalid is unknown here");
      assertThat(mute).endsWith("within 0.7s, which is the 'deadline'");
      slow.go.countDown();
      assertThat(holding.get()).isInstanceOf(HostAnswer.Answered.class);
    }
  }

  @Test
  void who_is_connected_logs_in_when_the_first_is_let_in() throws Exception {
    Slow slow = new Slow(List.of());
    try (TdsServer first = TdsServer.start(slow);
        TdsServer second = TdsServer.start(GOOD);
        FaultyLine line = new FaultyLine(Blow.KILL).leadTo(second.port())) {
      Future<HostAnswer> holding = asking(Instance.way(first));
      slow.asked.await();
      Future<HostAnswer> waiting = asking(way(line.port()));
      line.awaitPassed(1);

      assertThat(second.logins()).isEmpty();
      assertThat(waiting.isDone()).isFalse();
      slow.go.countDown();

      assertThat(holding.get()).isInstanceOf(HostAnswer.Answered.class);
      assertThat(waiting.get()).isInstanceOf(HostAnswer.Answered.class);
    }
  }

  @Test
  void who_is_connected_does_not_log_in_when_the_first_is_refused() throws Exception {
    Slow slow = new Slow(List.of(Failure.loginFailed("relay_reader")));
    try (TdsServer first = TdsServer.start(slow);
        TdsServer second = TdsServer.start(GOOD);
        FaultyLine line = new FaultyLine(Blow.KILL).leadTo(second.port())) {
      Future<HostAnswer> holding = asking(Instance.way(first));
      slow.asked.await();
      Future<HostAnswer> waiting = asking(way(line.port()));
      line.awaitPassed(1);

      slow.go.countDown();

      assertThat(holding.get().toString()).contains("the login is refused (error 18456");
      assertThat(waiting.get().toString())
          .contains("the credentials 'sql-reader' were refused by localhost:" + first.port())
          .contains("not tried here");
      assertThat(second.logins()).isEmpty();
    }
  }

  /** A server that says nothing takes the time that passes. */
  @Test
  void waiting_for_others_is_not_counted() throws Exception {
    Duration limit = Duration.ofSeconds(2);
    Slow slow = new Slow(List.of());
    try (TdsServer first = TdsServer.start(slow);
        TdsServer second = TdsServer.start(GOOD);
        FaultyLine line = new FaultyLine(Blow.KILL).leadTo(second.port());
        ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Future<HostAnswer> holding = asking(Instance.way(first));
      slow.asked.await();
      Future<HostAnswer> waiting = asking(Instance.within(limit, way(line.port())));
      line.awaitPassed(1);

      failure(Instance.within(limit, way(silent.getLocalPort())));
      slow.go.countDown();

      assertThat(holding.get()).isInstanceOf(HostAnswer.Answered.class);
      assertThat(waiting.get()).isInstanceOf(HostAnswer.Answered.class);
    }
  }

  @Test
  void who_is_interrupted_while_he_waits_keeps_nobody_waiting() throws Exception {
    Slow slow = new Slow(List.of(new Failure(17142, 1, 14, "paused")));
    try (TdsServer first = TdsServer.start(slow);
        TdsServer second = TdsServer.start(GOOD);
        FaultyLine line = new FaultyLine(Blow.KILL).leadTo(second.port())) {
      Future<HostAnswer> holding = asking(Instance.way(first));
      slow.asked.await();
      ExecutorService impatient = Executors.newSingleThreadExecutor();
      Future<HostAnswer> waiting =
          impatient.submit(() -> source.ask(Instance.connection(way(line.port()))));
      line.awaitPassed(1);

      impatient.shutdownNow();

      assertThat(waiting.get().toString()).contains("the survey was interrupted");
      slow.go.countDown();
      assertThat(holding.get().toString()).contains("error 17142");
      assertThat(source.ask(Instance.connection(Instance.way(second))))
          .isInstanceOf(HostAnswer.Answered.class);
    }
  }

  private Future<HostAnswer> asking(HostWay.SqlServer way) {
    return askers.submit(() -> source.ask(Instance.connection(way)));
  }

  private HostAnswer.Failed failure(HostWay.SqlServer way) {
    return (HostAnswer.Failed) source.ask(Instance.connection(way));
  }

  private static HostWay.SqlServer way(int port) {
    return Instance.way("localhost", port);
  }

  /** An instance that takes its time to let somebody in, or not. */
  private static final class Slow implements Script {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private final List<Reply> greeting;

    Slow(List<Reply> greeting) {
      this.greeting = greeting;
    }

    @Override
    public List<Reply> greet(Login login) {
      asked.countDown();
      try {
        go.await();
      } catch (InterruptedException over) {
        throw new AssertionError(over);
      }
      return greeting;
    }

    @Override
    public List<Reply> answer(Login login, Request request) {
      return GOOD.answer(login, request);
    }
  }
}
