package org.relaycheck.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.powershell.Behaviour;
import org.relaycheck.ssh.Scene;
import org.relaycheck.ssh.WindowsServer;
import org.relaycheck.standin.tds.Failure;
import org.relaycheck.standin.tds.Login;
import org.relaycheck.standin.tds.Reply;
import org.relaycheck.standin.tds.Request;
import org.relaycheck.standin.tds.Scenario;
import org.relaycheck.standin.tds.Script;
import org.relaycheck.standin.tds.TdsServer;

/** Hosts of all sorts that answer in any order, of which no output shows a trace. */
@Timeout(120)
class ParallelTest {

  private static final int EACH = 6;

  @TempDir private Path folder;
  private final List<AutoCloseable> peers = new ArrayList<>();
  private final List<String> live = new ArrayList<>();
  private final AtomicReference<Queue> queue = new AtomicReference<>(Queue.none());
  private Site site;

  @BeforeEach
  void start() throws IOException {
    site =
        new Site(folder)
            .server("shared", WindowsServer.USER, Optional.of(WindowsServer.PASSWORD))
            .server("wrong", "relay_reader", Optional.of("hunter2"));
    Files.copy(Path.of("src/test/resources/mojo/EX01.xml"), folder.resolve("EX01.xml"));
    for (int i = 0; i < EACH; i++) {
      ssh("EX1" + i, i % 3 == 2 ? Behaviour.CUT : Behaviour.GOOD);
      sql("SQL1" + i, "shared", new Queued("SQL1" + i, queue));
      site.host("EX2" + i, "{server: EX01, recorded: EX01.xml, maxAge: never}");
    }
    site.host("EX30", way(closedPort(), "SHA256:none"));
    sql("SQL30", "wrong", Scenario.empty().onLogin(Failure.loginFailed("relay_reader")));
    site.host("EX40", "{recorded: none.xml, maxAge: never}");
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable peer : peers) {
      peer.close();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatever_the_order_of_answers_every_byte_is_the_same(long seed) throws Exception {
    Map<String, String> one = site.outputs(1);
    queue.set(Queue.shuffled(live, seed));

    Map<String, String> many = site.outputs(32);

    assertThat(one).containsKeys("report.json", "report.md", "TEST-relay.xml", "console");
    assertThat(one.get("console")).contains("SQL30", "EX12", "EX30", "EX40");
    assertThat(many).as("seed " + seed).isEqualTo(one);
  }

  private void ssh(String host, Behaviour behaviour) throws IOException {
    Scene.Play play =
        scene -> {
          queue.get().await(host);
          behaviour.play(scene);
          queue.get().answered(host);
        };
    WindowsServer server = WindowsServer.that(play);
    peers.add(server);
    live.add(host);
    site.host(host, way(server.port(), server.fingerprint()));
  }

  private static String way(int port, String key) {
    return "{server: EX01, powershell: {ssh: 127.0.0.1, port: "
        + port
        + ", credentials: shared, hostKey: '"
        + key
        + "'}}";
  }

  private void sql(String host, String id, Script script) throws IOException {
    TdsServer server = TdsServer.start(script);
    peers.add(server);
    if (script instanceof Queued) {
      live.add(host);
    }
    site.host(
        host,
        "{server: SQL01, sqlserver: localhost, port: "
            + server.port()
            + ", credentials: "
            + id
            + ", properties: {encrypt: optional}}");
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private record Queued(String host, AtomicReference<Queue> queue) implements Script {

    @Override
    public List<Reply> answer(Login login, Request request) {
      try {
        queue.get().await(host);
      } catch (InterruptedException over) {
        throw new AssertionError(over);
      }
      queue.get().answered(host);
      return SecretsTest.answers().answer(login, request);
    }
  }
}
