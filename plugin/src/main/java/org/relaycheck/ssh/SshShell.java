package org.relaycheck.ssh;

import com.jcraft.jsch.Channel;
import com.jcraft.jsch.ChannelExec;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.relaycheck.live.Asked;
import org.relaycheck.powershell.Bootstrap;
import org.relaycheck.powershell.Deadlines;
import org.relaycheck.powershell.Intake;
import org.relaycheck.powershell.Payload;
import org.relaycheck.powershell.Run;
import org.relaycheck.powershell.Shell;

/** A PowerShell at the end of an SSH connection, a new one for each run. */
final class SshShell implements Shell {

  /** How often to look whether the channel is closed, of which the library does not tell. */
  private static final long LOOK_MILLIS = 10;

  /** A port that says when a login may be tried, and is told what became of it at once. */
  interface Admitted {

    /** Waits until the login at a machine, which has proved who it is, may be tried. */
    void enter(Hop hop) throws Refused, InterruptedException;

    /** The login there is good. */
    void letIn(Hop hop);

    /** Waits until the question may be sent, which may hold a login for the endpoint. */
    void question() throws Refused, InterruptedException;

    /** The connection did not come about, which may be for a login. */
    void refused(Refused refused);
  }

  private final List<Hop> way;
  private final Home home;
  private final Admitted admitted;

  SshShell(List<Hop> way, Home home, Admitted admitted) {
    this.way = List.copyOf(way);
    this.home = home;
    this.admitted = admitted;
  }

  @Override
  public Run run(Payload payload, Deadlines deadlines) {
    try {
      return new Errand(way, home, admitted, deadlines)
          .run(
              link -> {
                admitted.question();
                return exec(link, payload, deadlines);
              });
    } catch (Refused refused) {
      admitted.refused(refused);
      return new Run.NotStarted(refused.failed());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Run.NotStarted(new Asked.Failed("it was interrupted", "run it again"));
    }
  }

  private static Run exec(Link link, Payload payload, Deadlines deadlines)
      throws Refused, InterruptedException {
    Intake intake = new Intake(payload.nonce());
    ChannelExec channel = link.channel("exec", ChannelExec.class);
    channel.setPty(false); // a terminal would wrap the answer and mix in the errors
    channel.setCommand(Bootstrap.COMMAND.getBytes(StandardCharsets.US_ASCII));
    channel.setInputStream(new ByteArrayInputStream(payload.bytes()));
    channel.setOutputStream(intake.output());
    channel.setErrStream(intake.errors());
    link.start(channel);
    Intake.End end = intake.await(deadlines);
    OptionalInt exit = exit(channel, deadlines);
    return new Run.Started(intake.frame(), intake.errorText(), exit, end);
  }

  /** The exit code comes after the output, and surely no more once the channel is closed. */
  private static OptionalInt exit(Channel channel, Deadlines deadlines)
      throws InterruptedException {
    long last = System.nanoTime() + deadlines.grace().toNanos();
    while (!channel.isClosed() && System.nanoTime() < last) {
      Thread.sleep(LOOK_MILLIS);
    }
    int code = channel.getExitStatus();
    return code < 0 ? OptionalInt.empty() : OptionalInt.of(code);
  }
}
