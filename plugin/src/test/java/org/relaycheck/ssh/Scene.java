package org.relaycheck.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.relaycheck.powershell.Behaviour;
import org.relaycheck.powershell.Stage;

/** One command on the server: a stage for a behaviour, and for what only a connection can do. */
public final class Scene implements Command, Stage {

  private static final int MOST_FOR_CMD = 8191;

  /** What happens on it. */
  public interface Play {
    void on(Scene scene) throws IOException, InterruptedException;

    /** A behaviour that any PowerShell can show. */
    static Play of(Behaviour behaviour) {
      return behaviour::play;
    }
  }

  private final String command;
  private final Play play;
  private final CountDownLatch gone = new CountDownLatch(1);
  private InputStream in = InputStream.nullInputStream();
  private OutputStream out = OutputStream.nullOutputStream();
  private OutputStream err = OutputStream.nullOutputStream();
  private ExitCallback end = (code, text, closeImmediately) -> {};
  private ChannelSession channel;

  Scene(String command, Play play) {
    this.command = command;
    this.play = play;
  }

  @Override
  public void start(ChannelSession channel, Environment environment) {
    this.channel = channel;
    Thread thread = new Thread(this::run, "stand-in");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      if (command.length() > MOST_FOR_CMD || !command.matches("[A-Za-z0-9+/=. -]+")) {
        err("this is not for cmd".getBytes());
        exit(1);
      } else {
        play.on(this);
      }
    } catch (IOException | InterruptedException over) {
      end.onExit(255);
    }
  }

  public ChannelSession channel() {
    return channel;
  }

  @Override
  public InputStream in() {
    return in;
  }

  @Override
  public void out(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  @Override
  public void err(byte[] bytes) throws IOException {
    err.write(bytes);
    err.flush();
  }

  @Override
  public void exit(int code) {
    end.onExit(code);
  }

  @Override
  public void stay() throws InterruptedException {
    gone.await();
  }

  @Override
  public void destroy(ChannelSession channel) {
    gone.countDown();
  }

  @Override
  public void setInputStream(InputStream in) {
    this.in = in;
  }

  @Override
  public void setOutputStream(OutputStream out) {
    this.out = out;
  }

  @Override
  public void setErrorStream(OutputStream err) {
    this.err = err;
  }

  @Override
  public void setExitCallback(ExitCallback callback) {
    this.end = callback;
  }
}
