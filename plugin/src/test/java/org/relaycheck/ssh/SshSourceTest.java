package org.relaycheck.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.KeyPair;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.live.Answer;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.LoginAccount;
import org.relaycheck.live.LoginGate;
import org.relaycheck.live.PowerShellWay;
import org.relaycheck.live.Survey;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.powershell.Behaviour;
import org.relaycheck.powershell.CannedAnswer;
import org.relaycheck.powershell.Leftovers;
import org.relaycheck.powershell.Received;
import org.relaycheck.state.HostState;

@Timeout(60)
class SshSourceTest {

  @TempDir private Path folder;
  private final SshSetup setup = new SshSetup();
  private final List<WindowsServer> servers = new ArrayList<>();

  @AfterEach
  void stop() throws IOException {
    for (WindowsServer server : servers) {
      server.close();
    }
    assertThat(Leftovers.threads()).isEmpty();
  }

  @Test
  void a_shell_is_asked_once_for_all_its_hosts() throws IOException {
    WindowsServer server = server(Scene.Play.of(Behaviour.GOOD));
    HostConnection first = SshSetup.connection("EX01", SshSetup.to(server));
    HostConnection second = SshSetup.connection("EX02", SshSetup.to(server));

    Map<HostConnection, HostAnswer> asked =
        setup.source(new LoginGate()).ask(List.of(first, second));

    assertThat(server.commands()).hasSize(1);
    Answer answer = ((HostAnswer.Answered) asked.get(first)).answer();
    assertThat(answer.at()).contains(SshSetup.NOW);
    assertThat(answer.facts()).containsEntry("ExchangeVersion", "Version 15.2 (Build 1118.7)");
    assertThat(asked.get(second)).isInstanceOf(HostAnswer.Answered.class);
  }

  @Test
  void a_refused_password_is_not_tried_again_in_the_run() throws IOException {
    setup.accounts.put("exchange-ro", SshSetup.password(WindowsServer.USER, "hunter2"));
    List<WindowsServer> all = new ArrayList<>();
    List<HostConnection> hosts = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      WindowsServer server = server(Scene.Play.of(Behaviour.GOOD));
      all.add(server);
      hosts.add(SshSetup.connection("EX0" + i, SshSetup.to(server)));
    }

    Map<String, HostState> states = survey(hosts, 6);

    assertThat(all.stream().mapToInt(WindowsServer::passwords).sum()).isEqualTo(1);
    assertThat(states.values()).allMatch(HostState.Unread.class::isInstance);
    assertThat(states.values().toString())
        .contains("the credentials 'exchange-ro' are not tried again")
        .doesNotContain("hunter2");
  }

  @Test
  void the_others_follow_as_soon_as_the_first_is_let_in_and_before_its_answer() throws Exception {
    int doors = 3;
    CountDownLatch together = new CountDownLatch(doors);
    Set<String> alone = ConcurrentHashMap.newKeySet();
    List<HostConnection> hosts = new ArrayList<>();
    for (int i = 0; i < doors; i++) {
      Scene.Play play =
          scene -> {
            together.countDown();
            if (!together.await(30, TimeUnit.SECONDS)) { // nobody answers before all are in
              alone.add(Thread.currentThread().getName());
            }
            Behaviour.GOOD.play(scene);
          };
      hosts.add(SshSetup.connection("EX0" + i, SshSetup.to(server(play))));
    }

    survey(hosts, doors);

    assertThat(alone).isEmpty();
  }

  /** Each waits for all the others: none would end if only one went at a time. */
  @Test
  void machines_that_accept_and_stay_silent_are_called_together() throws Exception {
    int dead = 6;
    CountDownLatch called = new CountDownLatch(dead);
    Set<String> alone = ConcurrentHashMap.newKeySet();
    List<HostConnection> hosts = new ArrayList<>();
    List<ServerSocket> sockets = new ArrayList<>();
    for (int i = 0; i < dead; i++) {
      ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      sockets.add(socket);
      Thread silent = new Thread(() -> staySilent(socket, called, alone), "silent");
      silent.setDaemon(true);
      silent.start();
      hosts.add(
          SshSetup.connection(
              "EX0" + i,
              SshSetup.ssh(
                  socket.getLocalPort(), Optional.of(new PowerShellWay.Fingerprint("x")))));
    }

    Map<String, HostState> states = survey(hosts, dead);

    assertThat(alone).isEmpty();
    assertThat(states.values()).hasSize(dead).allMatch(HostState.Unread.class::isInstance);
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
  void a_dead_machine_does_not_hide_the_others_nor_use_up_their_login() throws IOException {
    WindowsServer dead = server(Scene.Play.of(Behaviour.GOOD));
    WindowsServer good = server(Scene.Play.of(Behaviour.GOOD));
    HostConnection first = SshSetup.connection("EX00", SshSetup.to(dead));
    HostConnection second = SshSetup.connection("EX01", SshSetup.to(good));
    dead.close();

    SshSource source = setup.source(new LoginGate());
    HostAnswer one = source.ask(first);
    HostAnswer other = source.ask(second);

    assertThat(((HostAnswer.Failed) one).why()).contains("does not accept connections");
    assertThat(other).isInstanceOf(HostAnswer.Answered.class);
  }

  @Test
  void a_password_beside_a_key_is_for_the_endpoint_and_is_proved_by_the_answer_alone()
      throws Exception {
    Path key = folder.resolve("key");
    KeyPair.genKeyPair(new JSch(), KeyPair.ECDSA, 256).writePrivateKey(key.toString());
    setup.accounts.put(
        "exchange-ro",
        new LoginAccount(
            Optional.of(WindowsServer.USER),
            Optional.of("hunter2"),
            Optional.of(key.toString()),
            Optional.empty()));
    String why = "The user name or password is incorrect.";
    Set<String> secrets = ConcurrentHashMap.newKeySet();
    Scene.Play play =
        scene -> {
          Received received = Received.from(scene.in());
          secrets.add(received.secret());
          String text = CannedAnswer.gaveUp("opening", why);
          scene.out(CannedAnswer.frame(received.nonce(), text).getBytes(StandardCharsets.US_ASCII));
          scene.exit(0);
        };
    List<WindowsServer> doors = List.of(keyed(play), keyed(play), keyed(play));
    List<HostConnection> hosts =
        doors.stream().map(to -> SshSetup.connection("EX" + to.port(), SshSetup.to(to))).toList();

    survey(hosts, 3);

    assertThat(secrets).containsExactly("hunter2");
    assertThat(doors.stream().mapToInt(to -> to.commands().size()).sum()).isEqualTo(1);
  }

  @Test
  void a_session_with_a_key_alone_learns_why_active_directory_refuses_it() throws Exception {
    Path key = folder.resolve("key");
    KeyPair.genKeyPair(new JSch(), KeyPair.ECDSA, 256).writePrivateKey(key.toString());
    setup.accounts.put("exchange-ro", SshSetup.key(WindowsServer.USER, key, Optional.empty()));
    WindowsServer server = keyed(Scene.Play.of(Behaviour.NO_CREDENTIALS));

    HostAnswer asked = setup.ask(SshSetup.to(server));

    assertThat(((HostAnswer.Failed) asked).fix())
        .startsWith("Windows gives a session that was opened with a key no network credentials");
  }

  private WindowsServer keyed(Scene.Play play) throws IOException {
    WindowsServer server =
        WindowsServer.that(
            play, all -> all.setPublickeyAuthenticator((user, key, session) -> true));
    servers.add(server);
    return server;
  }

  private WindowsServer server(Scene.Play play) throws IOException {
    WindowsServer server = WindowsServer.that(play);
    servers.add(server);
    return server;
  }

  private Map<String, HostState> survey(List<HostConnection> hosts, int parallel) {
    return new Survey(setup.source(new LoginGate()), parallel, SurveyProgress.silent())
        .of(hosts, List.of(), SshSetup.NOW);
  }
}
