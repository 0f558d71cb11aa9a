package org.relaycheck.ssh;

import com.jcraft.jsch.Channel;
import com.jcraft.jsch.ChannelExec;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.powershell.BootstrapCommand;
import org.relaycheck.powershell.CommandRun;
import org.relaycheck.powershell.InputPayload;
import org.relaycheck.powershell.OutputIntake;
import org.relaycheck.powershell.Shell;
import org.relaycheck.powershell.ShellDeadlines;

/** A PowerShell at the end of an SSH connection, a new one for each run. */
final class SshShell implements Shell {

  /** How often to look whether the channel is closed, of which the library does not tell. */
  private static final long LOOK_MILLIS = 10;

  /** A port that says when a login may be tried, and is told what became of it at once. */
  interface Admitted {

    /** Waits until the login at a machine, which has proved who it is, may be tried. */
    void enter(SshHop hop) throws RefusedConnection, InterruptedException;

    /** The login there is good. */
    void letIn(SshHop hop);

    /** Waits until the question may be sent, which may hold a login for the endpoint. */
    void question() throws RefusedConnection, InterruptedException;

    /** The connection did not come about, which may be for a login. */
    void refused(RefusedConnection refused);
  }

  private final List<SshHop> way;
  private final SshHome home;
  private final Admitted admitted;

  SshShell(List<SshHop> way, SshHome home, Admitted admitted) {
    this.way = List.copyOf(way);
    this.home = home;
    this.admitted = admitted;
  }

  @Override
  public CommandRun run(InputPayload payload, ShellDeadlines deadlines) {
    try {
      return new RemoteWork(way, home, admitted, deadlines)
          .run(
              link -> {
                admitted.question();
                return exec(link, payload, deadlines);
              });
    } catch (RefusedConnection refused) {
      admitted.refused(refused);
      return new CommandRun.NotStarted(refused.failed());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new CommandRun.NotStarted(new HostAnswer.Failed("it was interrupted", "run it again"));
    }
  }

  private static CommandRun exec(SshConnection link, InputPayload payload, ShellDeadlines deadlines)
      throws RefusedConnection, InterruptedException {
    OutputIntake intake = new OutputIntake(payload.nonce());
    ChannelExec channel = link.channel("exec", ChannelExec.class);
    channel.setPty(false); // a terminal would wrap the answer and mix in the errors
    channel.setCommand(BootstrapCommand.COMMAND.getBytes(StandardCharsets.US_ASCII));
    channel.setInputStream(new ByteArrayInputStream(payload.bytes()));
    channel.setOutputStream(intake.output());
    channel.setErrStream(intake.errors());
    link.start(channel);
    OutputIntake.End end = intake.await(deadlines);
    OptionalInt exit = exit(channel, deadlines);
    return new CommandRun.Started(intake.frame(), intake.errorText(), exit, end);
  }

  /** The exit code comes after the output, and surely no more once the channel is closed. */
  private static OptionalInt exit(Channel channel, ShellDeadlines deadlines)
      throws InterruptedException {
    long last = System.nanoTime() + deadlines.grace().toNanos();
    while (!channel.isClosed() && System.nanoTime() < last) {
      Thread.sleep(LOOK_MILLIS);
    }
    int code = channel.getExitStatus();
    return code < 0 ? OptionalInt.empty() : OptionalInt.of(code);
  }
}
