package org.relaycheck.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.ServerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.PowerShellWay;
import org.relaycheck.powershell.Behaviour;
import org.relaycheck.powershell.CommandRun;
import org.relaycheck.powershell.Leftovers;
import org.relaycheck.powershell.ShellDeadlines;

@Timeout(60)
class ConnectingTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(800);
  private static final ShellDeadlines IMPATIENT =
      new ShellDeadlines(SHORT, LONG, LONG, LONG, SHORT);

  private final SshSetup setup = new SshSetup();

  @AfterEach
  void no_thread_is_left() {
    assertThat(Leftovers.threads()).isEmpty();
  }

  @Test
  void a_server_that_says_nothing_is_given_up() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(failure(silent.getLocalPort()).why()).endsWith("does not answer in time");
    }
  }

  @Test
  void a_server_that_drips_is_given_up_too() throws Exception {
    ScheduledExecutorService drips = Executors.newSingleThreadScheduledExecutor();
    try (ServerSocket dripping = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      drips.submit(
          () -> {
            Socket client = dripping.accept();
            OutputStream out = client.getOutputStream();
            return drips.scheduleAtFixedRate(() -> drip(out), 0, 100, TimeUnit.MILLISECONDS);
          });

      assertThat(failure(dripping.getLocalPort()).why()).endsWith("does not answer in time");
    } finally {
      drips.shutdownNow();
    }
  }

  @Test
  void an_interrupt_ends_even_a_connection_that_hangs() throws Exception {
    ShellDeadlines patient = new ShellDeadlines(LONG, LONG, LONG, LONG, SHORT);
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      PowerShellWay.Ssh way = SshSetup.ssh(silent.getLocalPort(), Optional.empty());
      Future<CommandRun> run =
          threads.submit(() -> setup.shell(way).run(SshSetup.payload(), patient));
      silent.accept();

      threads.shutdownNow();

      assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
      assertThat(((CommandRun.NotStarted) run.get()).failed().why())
          .isEqualTo("it was interrupted");
    }
  }

  @Test
  void a_closed_port_is_named() throws Exception {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }

    HostAnswer.Failed failed = failure(port);

    assertThat(failed.why()).isEqualTo("127.0.0.1:" + port + " does not accept connections");
    assertThat(failed.fix()).contains("firewalls");
  }

  @Test
  void an_unknown_name_is_named() throws Exception {
    PowerShellWay.Ssh nowhere =
        new PowerShellWay.Ssh(
            "no-such-host.invalid",
            Optional.empty(),
            Optional.empty(),
            Optional.of("exchange-ro"),
            Optional.empty(),
            Optional.empty());

    CommandRun run = setup.shell(nowhere).run(SshSetup.payload(), IMPATIENT);

    assertThat(((CommandRun.NotStarted) run).failed().why())
        .isEqualTo("the name no-such-host.invalid is not known here");
  }

  @Test
  void a_server_with_nothing_but_old_algorithms_is_told_what_it_lacks() throws Exception {
    try (WindowsServer old =
        WindowsServer.that(
            Scene.Play.of(Behaviour.GOOD),
            server ->
                server.setKeyExchangeFactories(
                    List.of(
                        ServerBuilder.DH2KEX.apply(
                            BuiltinDHFactories.fromFactoryName("diffie-hellman-group1-sha1")))))) {

      HostAnswer.Failed failed = (HostAnswer.Failed) setup.ask(SshSetup.to(old));

      assertThat(failed.why()).contains("in common");
      assertThat(failed.fix())
          .contains("diffie-hellman-group1-sha1")
          .contains("update its OpenSSH");
    }
  }

  /** JSch gives up a key exchange that takes longer than the time between two signs of life. */
  @Test
  void logging_in_may_take_longer_than_the_time_between_two_signs_of_life() throws Exception {
    ShellDeadlines quick = new ShellDeadlines(LONG, LONG, Duration.ofSeconds(1), LONG, SHORT);
    CountDownLatch never = new CountDownLatch(1);
    try (WindowsServer slow =
        WindowsServer.that(
            Scene.Play.of(Behaviour.GOOD),
            server -> {
              KeyPairProvider keys = server.getKeyPairProvider();
              server.setKeyPairProvider(
                  session -> {
                    await(never, Duration.ofMillis(500));
                    return keys.loadKeys(session);
                  });
            })) {

      CommandRun run = setup.shell(SshSetup.to(slow)).run(SshSetup.payload(), quick);

      assertThat(run).isNotInstanceOf(CommandRun.NotStarted.class);
    }
  }

  private static void await(CountDownLatch latch, Duration time) {
    try {
      latch.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private HostAnswer.Failed failure(int port) throws RefusedConnection {
    CommandRun run =
        setup.shell(SshSetup.ssh(port, Optional.empty())).run(SshSetup.payload(), IMPATIENT);
    return ((CommandRun.NotStarted) run).failed();
  }

  private static void drip(OutputStream out) {
    try {
      out.write('x');
      out.flush();
    } catch (IOException gone) {
      throw new IllegalStateException("the client is gone", gone); // ends the schedule
    }
  }
}
