package org.relaycheck.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.forward.DirectTcpipFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.relaycheck.live.PowerShellWay;
import org.relaycheck.powershell.AnswerFrame;
import org.relaycheck.powershell.Behaviour;
import org.relaycheck.powershell.CannedAnswer;
import org.relaycheck.powershell.CommandRun;
import org.relaycheck.powershell.OutputIntake;
import org.relaycheck.powershell.Shell;
import org.relaycheck.powershell.ShellContract;
import org.relaycheck.powershell.ShellDeadlines;

class SshShellTest extends ShellContract {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(700);

  private final List<WindowsServer> servers = new ArrayList<>();

  @Override
  protected Shell shell(Behaviour behaviour) throws Exception {
    return shell(Scene.Play.of(behaviour), server -> {});
  }

  private Shell shell(Scene.Play play, Consumer<SshServer> setup) throws Exception {
    WindowsServer server = WindowsServer.that(play, setup);
    servers.add(server);
    return new SshSetup().shell(SshSetup.to(server));
  }

  @AfterEach
  void stop() throws IOException {
    for (WindowsServer server : servers) {
      server.close();
    }
  }

  @Test
  void the_server_is_sent_the_golden_command_and_nothing_else() throws Exception {
    shell(Behaviour.GOOD).run(SshSetup.payload(), patient());

    Path golden = Path.of("src/test/resources/powershell/command.txt");
    assertThat(servers.get(0).commands())
        .containsExactly(Files.readString(golden, StandardCharsets.US_ASCII).strip());
  }

  @Test
  void a_missing_exit_code_does_not_spoil_an_answer() throws Exception {
    Shell shell =
        shell(
            scene -> {
              scene.out(frame());
              scene.channel().close(false);
            },
            server -> {});

    CommandRun.Started run = (CommandRun.Started) shell.run(SshSetup.payload(), patient());

    assertThat(run.frame()).isEqualTo(new AnswerFrame.Whole("fine"));
    assertThat(run.exit()).isEqualTo(OptionalInt.empty());
  }

  @Test
  void a_killed_program_has_no_exit_code() throws Exception {
    Shell shell =
        shell(
            scene -> {
              var signal =
                  scene.channel().getSession().createBuffer(SshConstants.SSH_MSG_CHANNEL_REQUEST);
              signal.putUInt(scene.channel().getRecipient());
              signal.putString("exit-signal");
              signal.putBoolean(false);
              signal.putString("KILL");
              signal.putBoolean(false);
              signal.putString("out of memory");
              signal.putString("");
              scene.channel().getSession().writePacket(signal);
              scene.channel().close(false);
            },
            server -> {});

    CommandRun.Started run = (CommandRun.Started) shell.run(SshSetup.payload(), patient());

    assertThat(run.frame()).isInstanceOf(AnswerFrame.Absent.class);
    assertThat(run.exit()).isEqualTo(OptionalInt.empty());
  }

  @Test
  void a_dropped_session_is_noticed_at_once() throws Exception {
    Shell shell =
        shell(
            scene -> {
              scene.out(half());
              scene.channel().getSession().close(true);
            },
            server -> {});

    CommandRun.Started run = (CommandRun.Started) shell.run(SshSetup.payload(), patient());

    assertThat(run.end()).isEqualTo(OutputIntake.End.CLOSED);
    assertThat(run.exit()).isEqualTo(OptionalInt.empty());
    assertThat(run.frame()).isInstanceOf(AnswerFrame.Broken.class);
  }

  @Test
  void a_farewell_of_the_server_is_noticed_at_once() throws Exception {
    Shell shell =
        shell(
            scene -> {
              scene.out(half());
              scene.channel().getSession().disconnect(11, "the machine shuts down");
            },
            server -> {});

    CommandRun.Started run = (CommandRun.Started) shell.run(SshSetup.payload(), patient());

    assertThat(run.end()).isEqualTo(OutputIntake.End.CLOSED);
    assertThat(run.frame()).isInstanceOf(AnswerFrame.Broken.class);
  }

  @Test
  void a_reset_connection_is_noticed_at_once() throws Exception {
    try (Lane lane = new Lane()) {
      CommandRun.Started run =
          through(
              lane,
              scene -> {
                scene.out(half());
                lane.reset();
                scene.stay();
              },
              patient());

      assertThat(run.end()).isEqualTo(OutputIntake.End.CLOSED);
      assertThat(run.frame()).isNotInstanceOf(AnswerFrame.Whole.class);
    }
  }

  @Test
  void a_server_that_answers_no_more_is_noticed_before_the_silence_is_over() throws Exception {
    ShellDeadlines deadlines = new ShellDeadlines(LONG, LONG, Duration.ofSeconds(5), LONG, SHORT);
    try (Lane lane = new Lane()) {
      CommandRun.Started run =
          through(
              lane,
              scene -> {
                lane.freeze();
                scene.stay();
              },
              deadlines);

      assertThat(run.end()).isEqualTo(OutputIntake.End.CLOSED);
      assertThat(run.frame()).isInstanceOf(AnswerFrame.Absent.class);
    }
  }

  @Test
  void a_server_without_room_for_a_session_says_so() throws Exception {
    Shell shell =
        shell(
            Scene.Play.of(Behaviour.GOOD),
            server -> server.setChannelFactories(List.of(DirectTcpipFactory.INSTANCE)));

    CommandRun.NotStarted run = (CommandRun.NotStarted) shell.run(SshSetup.payload(), patient());

    assertThat(run.failed().why()).contains("accepts the login but starts nothing");
    assertThat(run.failed().fix()).startsWith("check MaxSessions");
  }

  private CommandRun.Started through(Lane lane, Scene.Play play, ShellDeadlines deadlines)
      throws Exception {
    WindowsServer server = WindowsServer.that(play);
    servers.add(server);
    lane.leadTo(server.port());
    Shell shell =
        new SshSetup()
            .shell(
                SshSetup.ssh(
                    lane.port(), Optional.of(new PowerShellWay.Fingerprint(server.fingerprint()))));
    return (CommandRun.Started) shell.run(SshSetup.payload(), deadlines);
  }

  private static byte[] frame() {
    return CannedAnswer.frame("5eed5eed", "fine").getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] half() {
    String frame = CannedAnswer.frame("5eed5eed", "not so fine");
    return frame.substring(0, frame.length() - 30).getBytes(StandardCharsets.US_ASCII);
  }
}
