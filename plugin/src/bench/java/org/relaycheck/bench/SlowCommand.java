package org.relaycheck.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.relaycheck.powershell.CannedAnswer;
import org.relaycheck.powershell.Received;

/** A program that answers after some time; whoever sends no question is sent the same answer. */
final class SlowCommand implements Command {

  private final Duration time;
  private final boolean asked;
  private InputStream in = InputStream.nullInputStream();
  private OutputStream out = OutputStream.nullOutputStream();
  private ExitCallback end = (code, text, closeImmediately) -> {};

  SlowCommand(Duration time, boolean asked) {
    this.time = time;
    this.asked = asked;
  }

  @Override
  public void start(ChannelSession channel, Environment environment) {
    Thread thread = new Thread(this::run, "slow command");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      long start = System.nanoTime();
      String nonce = "0";
      String server = "EX01";
      if (asked) {
        Received received = Received.from(in);
        nonce = received.nonce();
        server = received.parameters().replaceAll("(?s).*server=(\\S+).*", "$1");
      }
      String answer =
          CannedAnswer.connector().replace(CannedAnswer.b64("EX01"), CannedAnswer.b64(server));
      String frame = CannedAnswer.frame(nonce, answer);
      Thread.sleep(time.minusNanos(System.nanoTime() - start).toMillis());
      out.write(frame.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      end.onExit(0);
    } catch (IOException | InterruptedException over) {
      end.onExit(1);
    }
  }

  @Override
  public void destroy(ChannelSession channel) {
    // it ends by itself
  }

  @Override
  public void setInputStream(InputStream from) {
    in = from;
  }

  @Override
  public void setOutputStream(OutputStream to) {
    out = to;
  }

  @Override
  public void setErrorStream(OutputStream to) {
    // it has nothing to complain of
  }

  @Override
  public void setExitCallback(ExitCallback callback) {
    end = callback;
  }
}
