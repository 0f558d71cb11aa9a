package org.relaycheck.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.sshd.server.SshServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.powershell.Behaviour;
import org.relaycheck.powershell.CannedAnswer;
import org.relaycheck.powershell.Leftovers;
import org.relaycheck.powershell.Received;
import org.relaycheck.ssh.Scene;
import org.relaycheck.ssh.WindowsServer;
import org.relaycheck.standin.network.Blow;
import org.relaycheck.standin.network.FaultyLine;

/** A network that fails at every stage of an SSH connection, beside hosts that work. */
@Timeout(120)
class SshFaultsTest {

  private static final long SEED = 20_261_124;

  /** When the line strikes. */
  private enum Stage {
    CONNECT,
    BANNER,
    KEX,
    KEX_SOMEWHERE,
    AUTH,
    EXEC,
    FIRST_BYTE,
    IN_FRAME,
    BEFORE_HASH,
    AFTER
  }

  @TempDir private Path folder;
  private final List<AutoCloseable> peers = new ArrayList<>();
  private final Map<Stage, FaultyLine> lines = new LinkedHashMap<>();
  private Set<Thread> before = Set.of();
  private Site site;

  @BeforeEach
  void start() {
    before = Thread.getAllStackTraces().keySet();
    site = new Site(folder);
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable peer : peers) {
      peer.close();
    }
    assertThat(Leftovers.since(before)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Blow.class)
  void a_fault_at_any_stage_is_that_hosts_own_and_told_clearly(Blow blow) throws Exception {
    good("EX01");
    for (Stage stage : Stage.values()) {
      faulty(stage, blow);
    }
    good("EX99");
    long start = System.nanoTime();

    Map<String, HostAnswer> asked = site.answers(12);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(40));
    for (String host : List.of("EX01", "EX99", Stage.AFTER.name())) {
      assertThat(asked.get(host)).as(host).isInstanceOf(HostAnswer.Answered.class);
    }
    lines.forEach(
        (stage, line) -> {
          assertThat(line.struck()).as(stage + ", seed " + SEED).isTrue();
          if (stage != Stage.AFTER) {
            Clear.assertClear(stage.name(), asked.get(stage.name()));
          }
        });
    assertThat(((HostAnswer.Failed) asked.get("AUTH")).why()).doesNotContain("does not accept");
  }

  private void good(String host) throws IOException {
    WindowsServer server = WindowsServer.that(Scene.Play.of(Behaviour.GOOD));
    peers.add(server);
    site.server(host, WindowsServer.USER, Optional.of(WindowsServer.PASSWORD));
    site.host(host, way(server.port(), server.fingerprint(), host, "60s"));
  }

  private void faulty(Stage stage, Blow blow) throws IOException {
    FaultyLine line = new FaultyLine(blow);
    WindowsServer server =
        WindowsServer.that(scene -> play(stage, scene, line), all -> hook(stage, all, line));
    peers.add(line);
    peers.add(server);
    lines.put(stage, line.leadTo(server.port()));
    switch (stage) {
      case CONNECT -> line.strikeAfter(0);
      case BANNER -> line.strikeAfter(6);
      case KEX -> line.strikeAfter(120);
      case KEX_SOMEWHERE -> line.strikeAfter(120 + new Random(SEED).nextInt(900));
      case AUTH, EXEC, FIRST_BYTE, IN_FRAME, BEFORE_HASH, AFTER -> {}
    }
    String host = stage.name();
    site.server(host, WindowsServer.USER, Optional.of(WindowsServer.PASSWORD));
    String deadline = blow == Blow.KILL ? "60s" : "4s"; // a length that is not true stalls, too
    site.host(host, way(line.port(), server.fingerprint(), host, deadline));
  }

  private static void hook(Stage stage, SshServer server, FaultyLine line) {
    if (stage == Stage.AUTH) {
      server.setPasswordAuthenticator(
          (user, password, session) -> {
            line.strikeAfter(0);
            return true;
          });
    } else if (stage == Stage.EXEC) {
      var commands = server.getCommandFactory();
      server.setCommandFactory(
          (channel, command) -> {
            line.strikeAfter(0);
            return commands.createCommand(channel, command);
          });
    }
  }

  private static void play(Stage stage, Scene scene, FaultyLine line)
      throws IOException, InterruptedException {
    Received received = Received.from(scene.in());
    String frame = CannedAnswer.frame(received.nonce(), CannedAnswer.connector());
    int hash = frame.indexOf("RELAY-END");
    switch (stage) {
      case CONNECT, BANNER, KEX, KEX_SOMEWHERE, AUTH, EXEC -> out(scene, frame);
      case FIRST_BYTE -> {
        line.strikeAfter(0);
        out(scene, frame);
      }
      case IN_FRAME -> {
        long half = line.passed() + hash / 2;
        out(scene, frame.substring(0, hash / 2));
        line.awaitPassed(half);
        line.strikeAfter(40);
        out(scene, frame.substring(hash / 2));
      }
      case BEFORE_HASH -> {
        out(scene, frame.substring(0, hash));
        line.strikeAfter(0);
        out(scene, frame.substring(hash));
      }
      case AFTER -> {
        long answered = line.passed() + frame.length() + 300;
        out(scene, frame);
        out(scene, "logout\r\n".repeat(60));
        line.awaitPassed(answered); // what the packets add is less than what comes after the frame
        line.strikeAfter(0);
      }
    }
    scene.exit(0);
  }

  private static void out(Scene scene, String text) throws IOException {
    scene.out(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String way(int port, String key, String id, String deadline) {
    return "{server: EX01, powershell: {ssh: 127.0.0.1, port: "
        + port
        + ", credentials: "
        + id
        + ", hostKey: '"
        + key
        + "', deadline: "
        + deadline
        + "}}";
  }
}
